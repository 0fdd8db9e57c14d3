using System.Globalization;
using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Variables, members and elements: where they are and what is read from them.
internal sealed partial class TaintEvaluator
{
    private const int MostToldApart = 16;

    private Place? PlaceOf(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return new Place(local.Local);
            case IParameterReferenceOperation parameter:
                // A primary constructor's parameter, seen from another member, is a field of the object.
                return parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !context.IsOwn(constructor)
                    ? new Place(Place.This).Member(parameter.Parameter.Name)
                    : new Place(parameter.Parameter);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return new Place(Place.This);
            case IFieldReferenceOperation field:
                var name = (field.Field.CorrespondingTupleField ?? field.Field).Name;
                return field.Instance is null ? new Place(field.Field.OriginalDefinition) : PlaceOf(field.Instance)?.Member(name);
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                if (context.Program.HasBody(property.Property)) return null;
                if (IsTransparent(property.Property)) return PlaceOf(property.Instance);
                return property.Instance is null ? new Place(property.Property.OriginalDefinition) : PlaceOf(property.Instance)?.Member(property.Property.Name);
            case IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance: { } indexed } property:
                return context.Program.HasBody(property.Property) ? null : PlaceOf(indexed)?.Member(Key(key));
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return PlaceOf(element.ArrayReference)?.Member(Key(index));
            case IFlowCaptureReferenceOperation reference:
                return captures.OnlyValueOf(reference.Id) is { } only && PlaceOf(only) is { } place ? place : new Place(CaptureRoot(reference.Id));
            case IConversionOperation { OperatorMethod: null } conversion:
                return PlaceOf(conversion.Operand);
            case IInvocationOperation { Instance: { } builder } call when ReturnsItsReceiver(call.TargetMethod):
                return PlaceOf(builder);
            default:
                return null;
        }
    }

    // Dots part the members of a path, so a key must not hold one.
    private string Key(IOperation index)
    {
        var constant = index.ConstantValue.HasValue ? index.ConstantValue : index is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation ? Evaluate(index).Constant : default;
        return constant is { HasValue: true, Value: { } value } ? $"[{Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace('.', '·')}]" : TaintValue.AnyElement;
    }

    private TaintValue ReadMember(IMemberReferenceOperation member)
    {
        var property = member as IPropertyReferenceOperation;
        if (property is { Arguments.Length: > 0 })
        {
            foreach (var argument in property.Arguments) CheckIndex(property.Instance?.Type, argument.Value, Evaluate(argument.Value), member);
        }

        var place = PlaceOf(member);
        if (place is { } known && IsKnown(known)) return state.Read(known);
        if (FindSource(member.Member, member) is { } source)
        {
            var holder = member.Instance is null ? TaintValue.Clean : Evaluate(member.Instance);
            return holder.IsClean ? source : source.Mix(holder.Read(MemberName(member)));
        }

        if (property is not null && context.Program.HasBody(property.Property) && property.Property.GetMethod is { } getter)
            return CallSource(getter, property.Instance, property.Arguments, member);
        if (member is IFieldReferenceOperation field && context.Program.ConstantOf(field.Field) is { HasValue: true } constant) return TaintValue.Of(constant.Value);
        if (member.Instance is null) return place is { } at ? state.Read(at) : TaintValue.Clean;
        var owner = Evaluate(member.Instance);
        if (property is null) return owner.Read(MemberName(member));
        if (property.Arguments is [{ Value: var key }, ..]) return owner.Read(Key(key));
        if (IsTransparent(property.Property)) return owner;
        if (property.Property.Name == "Current" && IsFromLibrary(property.Property)) return owner.Read(TaintValue.AnyElement);
        // However long a text is, it is there; its length is no number that somebody chose.
        if (IsFromLibrary(property.Property) && TypeHarms.IsNumber(property.Type)) return TaintValue.Clean;
        var value = owner.Read(property.Property.Name);
        foreach (var cleaner in Library.Find(ModelVerb.Sanitizer, property.Property)) value = value.Without(cleaner.Harms);
        if (TypeHarms.IsNumber(property.Type)) value = value.Without(Harms.Sum);
        return SecretNames.SourceOf(property.Property, property.Type, SpotOfRead(member)) is { } secret ? value.Add(secret) : value;
    }

    private static string MemberName(IMemberReferenceOperation member) =>
        member is IFieldReferenceOperation field ? (field.Field.CorrespondingTupleField ?? field.Field).Name : member.Member.Name;

    // True where something was said of exactly this place, not only of what holds it.
    private bool IsKnown(Place place)
    {
        if (place.Members.Length == 0) return state.Mentions(place.Root);
        var at = state.Read(place.Root);
        foreach (var name in place.Members.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!at.Members.TryGetValue(name, out var next)) return false;
            at = next;
        }

        return true;
    }

    // Wrappers that hold one value: a task and its result are the same to us.
    private static bool IsTransparent(IPropertySymbol property) => property.Name switch
    {
        "Result" => property.ContainingType.Name is "Task" or "ValueTask",
        "Value" => property.ContainingType.Name is "Nullable" or "Lazy" or "AsyncLocal" or "ThreadLocal" or "IOptions" or "StrongBox" && IsFromLibrary(property),
        "Keys" or "Values" or "Span" or "Memory" => IsFromLibrary(property) && property.ContainingType.IsGenericType,
        _ => false,
    };

    private TaintValue ReadElement(IArrayElementReferenceOperation element)
    {
        foreach (var index in element.Indices) CheckIndex(element.ArrayReference.Type, index, Evaluate(index), element);
        var array = Evaluate(element.ArrayReference);
        return array.Read(element.Indices is [var only] ? Key(only) : TaintValue.AnyElement);
    }

    private TaintValue CreateArray(IArrayCreationOperation array)
    {
        foreach (var size in array.DimensionSizes) CheckSink(Harms.Size, Evaluate(size), size.Syntax, "an array's length", Confidence.High);
        var value = TaintValue.Clean;
        var index = 0;
        foreach (var element in array.Initializer?.ElementValues ?? [])
        {
            var held = Evaluate(element);
            if (!held.IsClean || index < MostToldApart)
                value = value.Write(index < MostToldApart ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : TaintValue.AnyElement, held);
            index++;
        }

        return value.As(array.Syntax);
    }

    private TaintValue CreateTuple(ITupleOperation tuple)
    {
        var value = TaintValue.Clean;
        for (var i = 0; i < tuple.Elements.Length; i++) value = value.Write($"Item{(i + 1).ToString(CultureInfo.InvariantCulture)}", Evaluate(tuple.Elements[i]));
        return value;
    }

    private TaintValue? FindSource(ISymbol member, IOperation operation)
    {
        foreach (var entry in Library.Find(ModelVerb.Source, member))
        {
            if (entry.IsResult) return Enter(entry, NameOfRead(operation), entry.Confidence, operation);
        }

        return member is IPropertySymbol property && EntryPoints.BoundProperty(property) is { } origin
            ? TaintValue.From(new TaintSource(property.Name, origin, SpotOfRead(operation), TaintTrust.Remote, Confidence.High), Harms.Inward)
            : null;
    }

    private static TaintValue Enter(ModelEntry entry, string name, Confidence confidence, IOperation operation) =>
        // A number that a database holds was written as one; one that is read from a text may be any.
        TaintValue.From(
            new TaintSource(name, entry.Says, SpotOfRead(operation), entry.Trust, confidence),
            entry.Trust != TaintTrust.Remote && TypeHarms.IsNumber(operation.Type) ? Harms.None : entry.Harms);

    private static Spot SpotOfRead(IOperation operation) =>
        Spot.Of((operation.Parent is IPropertyReferenceOperation { Arguments.Length: > 0 } indexed ? indexed : operation).Syntax);

    // "name" in Request.Query["name"], else the expression itself as far as it is short.
    private static string NameOfRead(IOperation operation)
    {
        if (operation is IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string own } }] }) return own;
        if (operation.Parent is IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] }) return key;
        var text = operation.Syntax.ToString();
        return text.Length <= 40 && !text.Contains('\n', StringComparison.Ordinal) ? text : operation is IObjectCreationOperation { Type: { } type } ? $"new {type.Name}" : operation.Syntax.GetLastToken().ValueText;
    }
}
