using System.Globalization;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint;

// Places and what is put there.
internal sealed partial class TaintEvaluator
{
    private Place? PlaceOf(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return new Place(local.Local);
            case IParameterReferenceOperation parameter:
                return new Place(parameter.Parameter);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return new Place(Place.This);
            case IFieldReferenceOperation field:
                var name = (field.Field.CorrespondingTupleField ?? field.Field).Name;
                return field.Instance is null ? new Place(field.Field) : PlaceOf(field.Instance)?.Member(name);
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                return property.Instance is null ? new Place(property.Property) : PlaceOf(property.Instance)?.Member(property.Property.Name);
            case IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance: { } indexed }:
                return Key(key) is { } text ? PlaceOf(indexed)?.Member(text) : null;
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return Key(index) is { } cell ? PlaceOf(element.ArrayReference)?.Member(cell) : null;
            case IFlowCaptureReferenceOperation reference:
                return captures.OnlyValueOf(reference.Id) is { } only && PlaceOf(only) is { } place ? place : new Place(reference.Id);
            case IConversionOperation { OperatorMethod: null } conversion:
                return PlaceOf(conversion.Operand);
            case IInvocationOperation { Instance: { } builder } call when ReturnsItsReceiver(call.TargetMethod):
                return PlaceOf(builder);
            default:
                return null;
        }
    }

    // Dots part the members of a path, so a key must not hold one.
    private static string? Key(IOperation index) => index.ConstantValue is { HasValue: true, Value: { } value }
        ? $"[{Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace('.', '·')}]"
        : null;

    private TaintValue Assign(IOperation target, TaintValue value, IOperation? from)
    {
        if (target is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation })
        {
            foreach (var element in Elements(target)) Assign(element, value, from: null);
            return value;
        }

        if (target is IPropertyReferenceOperation property)
        {
            CheckAssignedSink(property, value, from);
            if (property.Instance is not null and not IInstanceReferenceOperation) Evaluate(property.Instance);
        }
        else if (target is IInvalidOperation)
        {
            CheckUnboundAssignment(target, value, from);
        }

        if (target.Type.IsHarmless()) value = TaintValue.Clean;
        if (PlaceOf(target) is { } place)
        {
            var kept = NameOf(target) is { } name && from is not null
                ? value.Via(from.Syntax.Span, $"'{name}' takes it")
                : value;
            state = state.Write(place, kept);
            if (from is not null && PlaceOf(from) is { } origin && !origin.Equals(place)) state = state.CopyMembers(origin, place);
        }

        // What is put into a collection is in the collection.
        var container = target switch
        {
            IPropertyReferenceOperation { Arguments.Length: > 0 } indexed => indexed.Instance,
            IArrayElementReferenceOperation element => element.ArrayReference,
            _ => null,
        };
        if (PlaceOf(container) is { } whole) state = state.Add(whole, value);
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
        var place = PlaceOf(source);
        for (var i = 0; i < targets.Count; i++)
        {
            var item = place?.Member($"Item{i + 1}") is { } part ? state.ReadExactly(part) : null;
            Assign(targets[i], item ?? whole, source);
        }

        return whole;
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
                foreach (var part in recursive.DeconstructionSubpatterns) Bind(part, value);
                foreach (var part in recursive.PropertySubpatterns) Bind(part.Pattern, value);
                break;
            case IListPatternOperation list:
                foreach (var part in list.Patterns) Bind(part, value);
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
        state = state.Write(new Place(variable), type.IsHarmless() ? TaintValue.Clean : value);
    }

    private static string? NameOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IDeclarationExpressionOperation declaration => NameOf(declaration.Expression),
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };
}
