using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// What is put into variables, members and elements.
internal sealed partial class TaintEvaluator
{
    private TaintValue Assign(IOperation target, TaintValue value, IOperation? from)
    {
        if (target is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation })
        {
            DeconstructInto(Elements(target), value);
            return value;
        }

        var property = target as IPropertyReferenceOperation;
        if (property is not null)
        {
            CheckAssignedSink(property, value, from);
            if (property.Instance is not null and not IInstanceReferenceOperation) Evaluate(property.Instance);
            if (context.Program.HasBody(property.Property) && property.Property.SetMethod is { } setter)
            {
                CallSource(setter, property.Instance, property.Arguments, target, value);
                return value;
            }
        }
        else if (target is IArrayElementReferenceOperation element)
        {
            foreach (var index in element.Indices) CheckIndex(element.ArrayReference.Type, index, Evaluate(index), element);
        }
        else if (target is IInvalidOperation)
        {
            CheckUnboundAssignment(target, value, from);
        }

        if (TypeHarms.Of(target.Type) is var harms && harms != Harms.All) value = value.Without(~harms);
        if (PlaceOf(target) is not { } place) return value;
        var kept = NameOf(target) is { } name && from is not null ? value.Via(Spot.Of(from.Syntax), $"'{name}' takes it") : value;
        state = state.Write(place, kept);
        if (property is not null && IsFromLibrary(property.Property) && property.Arguments.IsEmpty)
        {
            // Some objects are what was put into them.
            foreach (var flow in Library.Find(ModelVerb.Flow, property.Property))
            {
                if (flow.ToReceiver) state = state.Change(place.Owner, whole => whole.Add(kept));
            }
        }

        return value;
    }

    private TaintValue Deconstruct(IOperation target, IOperation value)
    {
        var source = value is IConversionOperation conversion ? conversion.Operand : value;
        var targets = Elements(target);
        if (source is ITupleOperation tuple && tuple.Elements.Length == targets.Count)
        {
            // All values are computed before the first is assigned: (a, b) = (b, a).
            var values = tuple.Elements.Select(element => Evaluate(element)).ToList();
            for (var i = 0; i < targets.Count; i++) Assign(targets[i], values[i], tuple.Elements[i]);
            return TaintValue.Clean;
        }

        var whole = Evaluate(source);
        DeconstructInto(targets, whole);
        return whole;
    }

    private void DeconstructInto(IReadOnlyList<IOperation> targets, TaintValue whole)
    {
        for (var i = 0; i < targets.Count; i++) Assign(targets[i], whole.Read($"Item{i + 1}"), from: null);
    }

    private static IReadOnlyList<IOperation> Elements(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements,
        IDeclarationExpressionOperation { Expression: ITupleOperation declared } => declared.Elements,
        _ => [],
    };

    private void Bind(IPatternOperation pattern, TaintValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                BindVariable(declared, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } named) BindVariable(named, value);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++) Bind(recursive.DeconstructionSubpatterns[i], value.Read($"Item{i + 1}"));
                foreach (var part in recursive.PropertySubpatterns)
                    Bind(part.Pattern, part.Member is IMemberReferenceOperation member ? value.Read(member.Member.Name) : value);
                break;
            case IListPatternOperation list:
                foreach (var part in list.Patterns) Bind(part, value.Read(TaintValue.AnyElement));
                break;
            case ISlicePatternOperation { Pattern: { } rest }:
                Bind(rest, value);
                break;
            case IBinaryPatternOperation binary:
                Bind(binary.LeftPattern, value);
                Bind(binary.RightPattern, value);
                break;
            case INegatedPatternOperation negated:
                Bind(negated.Pattern, value);
                break;
        }
    }

    private void BindVariable(ISymbol variable, TaintValue value)
    {
        var type = (variable as ILocalSymbol)?.Type;
        state = state.Write(variable, value.Without(~TypeHarms.Of(type)));
    }

    private static string? NameOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IDeclarationExpressionOperation declaration => NameOf(declaration.Expression),
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };

    private void CheckAssignedSink(IPropertyReferenceOperation target, TaintValue value, IOperation? from)
    {
        if (value.IsClean) return;
        foreach (var sink in Library.Find(ModelVerb.Sink, target.Property, target.Instance?.Type))
        {
            if (sink.Where.Any(position => position.Parameter == SinkPosition.Assigned))
                CheckSink(sink.Harms, value, (from ?? target).Syntax, $"{target.Property.ContainingType.Name}.{DisplayOf(target.Property)}", sink.Confidence);
        }
    }

    private static string DisplayOf(IPropertySymbol property) => property.IsIndexer ? "this[]" : property.Name;
}
