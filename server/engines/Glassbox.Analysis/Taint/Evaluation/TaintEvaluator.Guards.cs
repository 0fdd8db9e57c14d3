using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// What a condition proves of the values it speaks of.
internal sealed partial class TaintEvaluator
{
    private const int DeepestFlag = 4;

    // A comparison with a number so small says on which side of nothing a value is, not how large it is.
    private const int LargestSmall = 1;

    public TaintState? Refine(TaintState input, IOperation condition, bool outcome)
    {
        if (branchValue.Constant is { HasValue: true, Value: bool known } && known != outcome) return null;
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
                LearnBound(comparison, outcome);
                break;
            case IIsPatternOperation pattern:
                LearnPattern(pattern, outcome, level);
                break;
            case IInvocationOperation call:
                LearnCall(call, outcome);
                break;
            case IPropertyReferenceOperation { Property.Name: "Success", Instance: { } match } when match.Type?.Name == "Match":
                if (outcome) LearnMatch(match);
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
        if (right.ConstantValue is { HasValue: true, Value: bool truth })
        {
            Learn(left, equal == truth, level);
            return;
        }

        if (IsIndexSearch(left) && right.ConstantValue is { HasValue: true, Value: -1 }) LearnSearch(left, found: !equal);
        else if (equal) LearnSame(left, right);
        if (!equal && IsZero(right)) Trust(left, Harms.Divisor);
        if (!equal && IsZero(left)) Trust(right, Harms.Divisor);
    }

    private static bool IsZero(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: 0 or 0L or 0.0 or 0.0f };

    private void LearnSame(IOperation left, IOperation right)
    {
        if (left.ConstantValue is { HasValue: true, Value: null } || right.ConstantValue is { HasValue: true, Value: null }) return;
        var (leftValue, rightValue) = (Evaluate(left), Evaluate(right));
        if (leftValue.IsClean == rightValue.IsClean) return;
        var tainted = leftValue.IsClean ? right : left;
        // The host of an address says where all of it leads.
        if (tainted is IPropertyReferenceOperation { Property.Name: "Host" or "Authority" or "IdnHost" or "DnsSafeHost", Instance: { } address })
            state = state.RefineOrigins(Evaluate(address), Harms.Redirect | Harms.Request);
        else Trust(tainted, Harms.All);
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

    // "count < 100" bounds count above where it holds; "100 > count" says the same.
    private void LearnBound(IBinaryOperation comparison, bool outcome)
    {
        LearnBound(comparison.OperatorKind, comparison.LeftOperand, comparison.RightOperand, outcome);
        var mirrored = comparison.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            _ => BinaryOperatorKind.None,
        };
        if (mirrored != BinaryOperatorKind.None) LearnBound(mirrored, comparison.RightOperand, comparison.LeftOperand, outcome);
    }

    private void LearnBound(BinaryOperatorKind kind, IOperation value, IOperation limit, bool outcome)
    {
        var isAbove = kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        if (!isAbove && kind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)) return;
        if (!TypeHarms.IsNumber(value.Type) || value.ConstantValue.HasValue) return;
        var isBoundedAbove = isAbove != outcome;
        var known = Evaluate(limit);
        var isSmall = known.Constant is { HasValue: true, Value: int and >= -LargestSmall and <= LargestSmall };
        var proved = Harms.None;
        if (isBoundedAbove && !isSmall && known.IsClean) proved |= Harms.Size | Harms.Iterations | Harms.Index | Harms.Resource;
        if (!isSmall && known.IsClean) proved |= Harms.Arithmetic | Harms.Sum;
        // Math.Abs(value) > 0.001
        if (!isBoundedAbove && (!isSmall || kind == BinaryOperatorKind.GreaterThan || IsFraction(known))) proved |= Harms.Divisor;
        if (isBoundedAbove && isSmall && kind == BinaryOperatorKind.LessThan) proved |= Harms.Divisor;
        if (proved != Harms.None) Trust(value, proved);
    }

    private static bool IsFraction(TaintValue value) => value.Constant is { HasValue: true, Value: double or float or decimal };

    private static bool IsIndexSearch(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "IndexOf" or "IndexOfAny" };

    private void LearnSearch(IOperation search, bool found)
    {
        var call = (IInvocationOperation)search;
        if (found && call is { TargetMethod: { Name: "IndexOf", ContainingType.Name: "Array" }, Arguments: [_, var wanted, ..] }) Trust(wanted.Value, Harms.All);
        else if (found && call is { TargetMethod: { Name: "IndexOf", ContainingType.SpecialType: not SpecialType.System_String }, Instance: { } list, Arguments: [var item, ..] } && Evaluate(list).IsClean) Trust(item.Value, Harms.All);
        else if (!found && call is { TargetMethod.Name: "IndexOfAny", Instance: { } text, Arguments: [var characters, ..] } && NamesForbiddenCharacters(characters.Value))
            Trust(text, Harms.Path | Harms.Dots);
    }

    private static bool NamesForbiddenCharacters(IOperation characters) =>
        characters.Syntax.ToString().Contains("InvalidFileName", StringComparison.OrdinalIgnoreCase);

    private void LearnPattern(IIsPatternOperation pattern, bool outcome, int level)
    {
        var inner = pattern.Pattern;
        while (inner is INegatedPatternOperation negated) (inner, outcome) = (negated.Pattern, !outcome);
        if (inner is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool truth } }) Learn(pattern.Value, outcome == truth, level);
        else if (outcome && IsChoiceOfConstants(inner)) Trust(pattern.Value, Harms.All);
        else if (IsZeroPattern(inner) && !outcome) Trust(pattern.Value, Harms.Divisor);
        else if (outcome && IsRange(inner)) Trust(pattern.Value, Harms.Numeric);
    }

    private static bool IsChoiceOfConstants(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => false,
        IConstantPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => IsChoiceOfConstants(or.LeftPattern) && IsChoiceOfConstants(or.RightPattern),
        IBinaryPatternOperation and => IsChoiceOfConstants(and.LeftPattern) || IsChoiceOfConstants(and.RightPattern),
        _ => false,
    };

    private static bool IsZeroPattern(IPatternOperation pattern) => pattern is IConstantPatternOperation { Value: { } value } && IsZero(value);

    // value is >= 0 and < 100
    private static bool IsRange(IPatternOperation pattern) =>
        pattern is IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And, LeftPattern: IRelationalPatternOperation, RightPattern: IRelationalPatternOperation };

    private void LearnCall(IInvocationOperation call, bool outcome)
    {
        var method = call.TargetMethod;
        var first = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        var receiver = call.Instance ?? (method.IsExtensionMethod ? first : null);
        if (!outcome)
        {
            if (method.Name == "Contains" && receiver is not null && receiver.Type?.SpecialType == SpecialType.System_String) LearnMissing(call, receiver);
            return;
        }

        foreach (var entry in Library.Find(ModelVerb.Validator, method)) TrustPositions(call, entry, receiver);
        switch (method.Name)
        {
            case "TryParse" or "TryParseExact" when first is not null && method.IsStatic:
                if (method.ContainingType.IsHarmless() || method.ContainingType.SpecialType == SpecialType.System_Enum) Trust(first, Harms.All);
                break;
            case "TryCreate" when method.ContainingType.Name == "Uri" && first is not null && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: (int)UriKind.Relative }):
                state = state.RefineOrigins(Evaluate(first), Harms.Redirect | Harms.Request);
                break;
            case "IsDefined" when method.ContainingType.SpecialType == SpecialType.System_Enum:
                TrustArguments(call, 0);
                break;
            case "Equals" when method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object:
                if (call.Instance is not null && first is not null) LearnSame(call.Instance, first);
                else if (call.Arguments.Length > 1) LearnSame(first!, call.Arguments[1].Value);
                break;
            case "Contains" or "ContainsKey" or "TryGetValue" or "Exists" or "Any" when receiver is not null && receiver.Type?.SpecialType != SpecialType.System_String:
                if (Evaluate(receiver).IsClean || IsOwnList(receiver)) TrustArguments(call, method.IsExtensionMethod && call.Instance is null ? 1 : 0);
                break;
            case "StartsWith" when receiver is not null && first is not null:
                LearnPrefix(receiver, call.Instance is null && call.Arguments.Length > 1 ? call.Arguments[1].Value : first);
                break;
            case "IsLocalUrl" when call.Arguments.Length > 0:
                Trust(call.Arguments[^1].Value, Harms.Redirect);
                break;
            case "IsMatch" when method.ContainingType.Name == "Regex":
                LearnMatch(call);
                break;
            case "IsBaseOf" when call.Instance is not null && first is not null && Evaluate(call.Instance).IsClean:
                Trust(first, Harms.Redirect | Harms.Request);
                break;
            case "All" when receiver is not null && LeadsToCharacterTest(call):
                Trust(receiver, Harms.All);
                break;
            default:
                if (IsValidator(method.Name)) TrustArguments(call, 0);
                break;
        }
    }

    // A field or a table that the body was entered with is what the program chose; only what comes from a source is not.
    private bool IsOwnList(IOperation list) => Evaluate(list).WithElements().All(taint => taint.Origin is TaintInput { Root: var root } && (root.IsThis || root.IsStatic));

    private void LearnPrefix(IOperation text, IOperation prefix)
    {
        var begins = Evaluate(prefix);
        if (begins.Taints.Any(taint => taint.Origin is TaintSource)) return;
        if (begins.Constant is { HasValue: true, Value: string constant } && SafeBeginning(constant)) Trust(text, Harms.Redirect | Harms.Request);
        // Only a path without ".." stays where it begins.
        var path = Evaluate(text);
        if (!path.WithElements().Any(taint => taint.Harms.HasFlag(Harms.Dots))) Trust(text, Harms.Path);
    }

    // !name.Contains("..") proves that a path stays inside; !name.Contains('/') that it names a file.
    private void LearnMissing(IInvocationOperation call, IOperation text)
    {
        var wanted = call.Arguments.Select(argument => argument.Value.ConstantValue).FirstOrDefault(constant => constant.HasValue);
        if (wanted is not { HasValue: true }) return;
        switch (wanted.Value)
        {
            case "..":
                Trust(text, Harms.Path | Harms.Dots);
                break;
            case "\n" or '\n' or "\r" or '\r' or "\r\n":
                Trust(text, Harms.Header | Harms.Log | Harms.Mail);
                break;
        }
    }

    private void LearnMatch(IOperation operation)
    {
        var call = operation is ILocalReferenceOperation local ? captures.AssignedTo(local.Local) as IInvocationOperation : operation as IInvocationOperation;
        if (call is not { TargetMethod: { ContainingType.Name: "Regex", Name: "IsMatch" or "Match" }, Arguments: [var text, ..] }) return;
        var pattern = call.Instance is null ? call.Arguments.ElementAtOrDefault(1)?.Value.ConstantValue : context.Program.PatternOf(call.Instance, captures);
        // A pattern that is not known, as one of a field, is taken to be there for this.
        if (pattern is not { HasValue: true, Value: string known }) Trust(text.Value, call.Instance is null ? Harms.None : Harms.All);
        else if (IsAnchored(known)) Trust(text.Value, Harms.All);
    }

    // Names that say: the argument was checked against what the program allows.
    private static bool IsValidator(string name) =>
        name.StartsWith("IsValid", StringComparison.Ordinal) || name.StartsWith("IsSafe", StringComparison.Ordinal)
        || name.StartsWith("IsAllowed", StringComparison.Ordinal) || name.StartsWith("IsTrusted", StringComparison.Ordinal)
        || name.StartsWith("IsKnown", StringComparison.Ordinal) || name.StartsWith("IsPermitted", StringComparison.Ordinal)
        || name.StartsWith("IsWhitelisted", StringComparison.Ordinal);

    private static bool IsAnchored(string pattern) =>
        (pattern.StartsWith('^') || pattern.StartsWith("\\A", StringComparison.Ordinal))
        && (pattern.EndsWith('$') || pattern.EndsWith("\\z", StringComparison.OrdinalIgnoreCase));

    private static bool LeadsToCharacterTest(IInvocationOperation call) =>
        call.Syntax.ToString() is var text && (text.Contains("IsLetter", StringComparison.Ordinal) || text.Contains("IsDigit", StringComparison.Ordinal)
            || text.Contains("IsAsciiLetter", StringComparison.Ordinal) || text.Contains("IsAsciiDigit", StringComparison.Ordinal));

    private void TrustPositions(IInvocationOperation call, ModelEntry entry, IOperation? receiver)
    {
        foreach (var position in entry.Where)
        {
            if (position.Parameter == SinkPosition.Receiver) Trust(receiver, entry.Harms);
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == position.Parameter) Trust(argument.Value, entry.Harms);
            }
        }
    }

    private void TrustArguments(IInvocationOperation call, int from)
    {
        for (var i = from; i < call.Arguments.Length; i++)
        {
            if (call.Arguments[i].Parameter?.RefKind is RefKind.Out) continue;
            var value = Evaluate(call.Arguments[i].Value);
            foreach (var callable in value.Callables) TrustCompared(callable);
            if (value.Callables.IsEmpty) Trust(call.Arguments[i].Value, Harms.All);
        }
    }

    // allowed.Any(one => one == name)
    private void TrustCompared(Callable callable)
    {
        if (callable is not LambdaCallable { Lambda.Syntax: { } lambda }) return;
        foreach (var node in lambda.DescendantNodes())
        {
            if (context.Model.GetSymbolInfo(node, context.CancellationToken).Symbol is not { } symbol || symbol is not (ILocalSymbol or IParameterSymbol)) continue;
            if (state.Mentions(symbol)) state = state.Write(symbol, state.Read(symbol).Without(Harms.All));
        }
    }

    private void Trust(IOperation? operation, Harms harms)
    {
        if (operation is null || harms == Harms.None) return;
        var value = Evaluate(operation);
        if (value.IsClean) return;
        // name.ToLower() was compared: what was proved holds for the name as well.
        switch (operation)
        {
            case IInvocationOperation { Instance: { } origin, TargetMethod.ContainingType.SpecialType: SpecialType.System_String }:
                Trust(origin, harms);
                break;
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Math", Arguments: [var number] }:
                Trust(number.Value, harms);
                break;
            case IConversionOperation conversion when PlaceOf(conversion) is null:
                Trust(conversion.Operand, harms);
                break;
        }

        if (PlaceOf(operation) is { } place) state = state.Write(place, value.Without(harms));
    }
}
