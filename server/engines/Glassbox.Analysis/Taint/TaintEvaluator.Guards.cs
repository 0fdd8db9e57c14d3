using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint;

// What a condition proves of the values it speaks of.
internal sealed partial class TaintEvaluator
{
    private const int DeepestFlag = 4;

    public TaintState Refine(TaintState input, IOperation condition, bool outcome)
    {
        state = input;
        reporting = false;
        Learn(condition, outcome, 0);
        return state;
    }

    private void Learn(IOperation condition, bool outcome, int level)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                Learn(not.Operand, !outcome, level);
                break;
            case IConversionOperation conversion:
                Learn(conversion.Operand, outcome, level);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                LearnEquality(equality, outcome == (equality.OperatorKind == BinaryOperatorKind.Equals), level);
                break;
            case IBinaryOperation comparison:
                LearnIndexOf(comparison, outcome);
                break;
            case IIsPatternOperation pattern:
                LearnPattern(pattern, outcome, level);
                break;
            case IInvocationOperation call:
                LearnCall(call, outcome);
                break;
            case IInvalidOperation invalid:
                LearnUnboundCall(invalid, outcome);
                break;
            case ILocalReferenceOperation flag when level < DeepestFlag:
                LearnFlag(captures.ValuesOf(flag.Local), outcome, level + 1);
                break;
            case IFlowCaptureReferenceOperation reference when level < DeepestFlag:
                LearnFlag(captures.ValuesOf(reference.Id), outcome, level + 1);
                break;
        }
    }

    // A flag set in one place says what that place says; in "a && b" the other places are the constant false.
    private void LearnFlag(IReadOnlyList<IOperation> values, bool outcome, int level)
    {
        var possible = values.Where(value => value.ConstantValue is not { HasValue: true, Value: bool constant } || constant == outcome).ToList();
        if (possible is [var only]) Learn(only, outcome, level);
    }

    private void LearnEquality(IBinaryOperation equality, bool equal, int level)
    {
        var (left, right) = (equality.LeftOperand, equality.RightOperand);
        if (right.ConstantValue is { HasValue: true, Value: bool truth }) Learn(left, equal == truth, level);
        else if (IsIndexSearch(left) && right.ConstantValue is { HasValue: true, Value: -1 }) LearnSearch(left, found: !equal);
        else if (equal) LearnSame(left, right);
    }

    private void LearnSame(IOperation left, IOperation right)
    {
        var (leftValue, rightValue) = (Evaluate(left), Evaluate(right));
        if (leftValue.IsClean == rightValue.IsClean) return;
        var tainted = leftValue.IsClean ? right : left;
        // The host of an address says where all of it leads.
        if (tainted is IPropertyReferenceOperation { Property.Name: "Host" or "Authority" or "IdnHost", Instance: { } address })
            state = state.RefineSources(Evaluate(address), TaintKinds.Redirect);
        else Trust(tainted, TaintKinds.All);
    }

    private void LearnIndexOf(IBinaryOperation comparison, bool outcome)
    {
        if (!IsIndexSearch(comparison.LeftOperand) || comparison.RightOperand.ConstantValue is not { HasValue: true, Value: int limit }) return;
        bool? found = (comparison.OperatorKind, limit) switch
        {
            (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan, -1) => outcome,
            (BinaryOperatorKind.LessThan, 0) => !outcome,
            _ => null,
        };
        if (found is { } known) LearnSearch(comparison.LeftOperand, known);
    }

    private static bool IsIndexSearch(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "IndexOf" or "IndexOfAny" };

    private void LearnSearch(IOperation search, bool found)
    {
        var call = (IInvocationOperation)search;
        if (found && call is { TargetMethod: { Name: "IndexOf", ContainingType.Name: "Array" }, Arguments: [_, var wanted, ..] }) Trust(wanted.Value, TaintKinds.All);
        else if (!found && call is { TargetMethod.Name: "IndexOfAny", Instance: { } text, Arguments: [var characters, ..] } && NamesForbiddenCharacters(characters.Value))
            Trust(text, TaintKinds.Path | TaintKinds.Dots);
    }

    private static bool NamesForbiddenCharacters(IOperation characters) =>
        characters.Syntax.ToString().Contains("InvalidFileName", StringComparison.OrdinalIgnoreCase);

    private void LearnPattern(IIsPatternOperation pattern, bool outcome, int level)
    {
        var inner = pattern.Pattern;
        while (inner is INegatedPatternOperation negated) (inner, outcome) = (negated.Pattern, !outcome);
        if (inner is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool truth } }) Learn(pattern.Value, outcome == truth, level);
        else if (outcome && IsChoiceOfConstants(inner)) Trust(pattern.Value, TaintKinds.All);
    }

    private static bool IsChoiceOfConstants(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => IsChoiceOfConstants(or.LeftPattern) && IsChoiceOfConstants(or.RightPattern),
        IBinaryPatternOperation and => IsChoiceOfConstants(and.LeftPattern) || IsChoiceOfConstants(and.RightPattern),
        _ => false,
    };

    private void LearnCall(IInvocationOperation call, bool outcome)
    {
        var method = call.TargetMethod;
        var first = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        var receiver = call.Instance ?? (method.IsExtensionMethod ? first : null);
        if (!outcome) return;
        switch (method.Name)
        {
            case "TryParse" or "TryParseExact" when first is not null && method.IsStatic:
                if (method.ContainingType.IsHarmless() || method.ContainingType.SpecialType == SpecialType.System_Enum) Trust(first, TaintKinds.All);
                break;
            case "IsDefined" when method.ContainingType.SpecialType == SpecialType.System_Enum:
                TrustArguments(call, 0);
                break;
            case "Equals" when method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object:
                if (call.Instance is not null && first is not null) LearnSame(call.Instance, first);
                else if (call.Arguments.Length > 1) LearnSame(first!, call.Arguments[1].Value);
                break;
            case "Contains" or "ContainsKey" or "TryGetValue" or "Exists" or "Any" when receiver is not null && receiver.Type?.SpecialType != SpecialType.System_String:
                if (Evaluate(receiver).IsClean) TrustArguments(call, method.IsExtensionMethod && call.Instance is null ? 1 : 0);
                break;
            case "StartsWith" when receiver is not null:
                // Only a path without ".." stays where it begins.
                var path = Evaluate(receiver);
                if (!path.Taints.Any(taint => taint.Kinds.HasFlag(TaintKinds.Dots)) && first is not null && Evaluate(first).IsClean)
                    Trust(receiver, TaintKinds.Path);
                break;
            case "IsLocalUrl" when call.Arguments.Length > 0:
                Trust(call.Arguments[^1].Value, TaintKinds.Redirect);
                break;
            case "IsMatch" when method.ContainingType.Name == "Regex":
                if (call.Instance is not null || IsAnchored(call.Arguments.ElementAtOrDefault(1)?.Value)) Trust(first, TaintKinds.All);
                break;
            case "All" when receiver is not null && LeadsToCharacterTest(call):
                Trust(receiver, TaintKinds.All);
                break;
            default:
                if (IsValidator(method.Name)) TrustArguments(call, 0);
                break;
        }
    }

    // Names that say: the argument was checked against what the program allows.
    private static bool IsValidator(string name) =>
        name.StartsWith("IsValid", StringComparison.Ordinal) || name.StartsWith("IsSafe", StringComparison.Ordinal)
        || name.StartsWith("IsAllowed", StringComparison.Ordinal) || name.StartsWith("IsTrusted", StringComparison.Ordinal)
        || name.StartsWith("IsKnown", StringComparison.Ordinal) || name.StartsWith("IsPermitted", StringComparison.Ordinal)
        || name.StartsWith("IsWhitelisted", StringComparison.Ordinal);

    private static bool IsAnchored(IOperation? pattern) =>
        pattern?.ConstantValue is { HasValue: true, Value: string text }
            && (text.StartsWith('^') || text.StartsWith("\\A", StringComparison.Ordinal))
            && (text.EndsWith('$') || text.EndsWith("\\z", StringComparison.OrdinalIgnoreCase));

    private static bool LeadsToCharacterTest(IInvocationOperation call) =>
        call.Syntax.ToString() is var text && (text.Contains("IsLetter", StringComparison.Ordinal) || text.Contains("IsDigit", StringComparison.Ordinal)
            || text.Contains("IsAsciiLetter", StringComparison.Ordinal) || text.Contains("IsAsciiDigit", StringComparison.Ordinal));

    private void TrustArguments(IInvocationOperation call, int from)
    {
        for (var i = from; i < call.Arguments.Length; i++)
        {
            if (call.Arguments[i].Parameter?.RefKind is RefKind.Out) continue;
            if (LambdaOf(call.Arguments[i].Value) is { } lambda) TrustCompared(lambda);
            else Trust(call.Arguments[i].Value, TaintKinds.All);
        }
    }

    // allowed.Any(one => one == name)
    private void TrustCompared(IFlowAnonymousFunctionOperation lambda)
    {
        foreach (var node in lambda.Syntax.DescendantNodes())
        {
            if (context.Model.GetSymbolInfo(node, context.CancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol)) continue;
            var symbol = context.Model.GetSymbolInfo(node, context.CancellationToken).Symbol!;
            var place = new Place(symbol);
            if (state.Read(place) is { IsClean: false } value) state = state.Refine(place, value.Without(TaintKinds.All));
        }
    }

    private void Trust(IOperation? operation, TaintKinds kinds)
    {
        if (operation is null) return;
        var value = Evaluate(operation);
        if (value.IsClean) return;
        if (PlaceOf(operation) is { } place) state = state.Refine(place, value.Without(kinds));
        // name.ToLower() was compared: what was proved holds for the name as well.
        if (operation is IInvocationOperation { Instance: { } origin, TargetMethod.ContainingType.SpecialType: SpecialType.System_String }) Trust(origin, kinds);
    }
}
