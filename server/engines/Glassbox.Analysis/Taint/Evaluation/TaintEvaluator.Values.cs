using System.Globalization;
using Glassbox.Analysis.Taint.Values;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Texts, numbers and conditions: what they are made of, and which constant they are where that is known.
internal sealed partial class TaintEvaluator
{
    private const int LongestConstantText = 256;

    private TaintValue Binary(IBinaryOperation binary)
    {
        var (left, right) = (Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand));
        if (left.Constant.HasValue && right.Constant.HasValue && Fold(binary.OperatorKind, left.Constant.Value, right.Constant.Value) is { HasValue: true } folded)
            return TaintValue.Of(folded.Value);
        CheckArithmetic(binary.OperatorKind, binary.IsChecked, binary, left, right, binary.RightOperand);
        var sum = left.Mix(right).WithoutConstant();
        if (sum.IsClean || binary.OperatorKind != BinaryOperatorKind.Add || binary.Type?.SpecialType != SpecialType.System_String) return sum;
        if (IsText(left) || IsText(right)) sum = sum.Composed();
        return Beginning(binary, sum);
    }

    // What is taken out as a number was put in as one; only whoever sent it chose freely.
    private static TaintValue Unboxed(TaintValue value) => value.Map(taint => taint.Origin is TaintSource { Trust: not TaintTrust.Remote } ? null : taint);

    private static bool IsText(TaintValue value) => value.Constant is { HasValue: true, Value: string { Length: > 0 } };

    private TaintValue Compound(ICompoundAssignmentOperation compound)
    {
        var (left, right) = (Evaluate(compound.Target), Evaluate(compound.Value));
        if (left.Constant.HasValue && right.Constant.HasValue && Fold(compound.OperatorKind, left.Constant.Value, right.Constant.Value) is { HasValue: true } folded)
            return TaintValue.Of(folded.Value);
        CheckArithmetic(compound.OperatorKind, compound.IsChecked, compound, left, right, compound.Value);
        var sum = left.Mix(right).WithoutConstant();
        return compound.Type?.SpecialType == SpecialType.System_String ? sum.Composed() : sum;
    }

    private TaintValue Step(IIncrementOrDecrementOperation step)
    {
        var value = Evaluate(step.Target);
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        CheckArithmetic(kind, step.IsChecked, step, value, TaintValue.Clean, step.Target);
        var next = value.Constant.HasValue && Fold(kind, value.Constant.Value, 1) is { HasValue: true } folded ? TaintValue.Of(folded.Value) : value.WithoutConstant();
        Assign(step.Target, next, from: null);
        return step.IsPostfix ? value : next;
    }

    private TaintValue Unary(IUnaryOperation unary)
    {
        var value = Evaluate(unary.Operand);
        return (unary.OperatorKind, value.Constant) switch
        {
            (UnaryOperatorKind.Not, { HasValue: true, Value: bool truth }) => TaintValue.Of(!truth),
            (UnaryOperatorKind.Minus, { HasValue: true, Value: int number }) => TaintValue.Of(-number),
            _ => value.WithoutConstant(),
        };
    }

    private TaintValue TestNull(IIsNullOperation test)
    {
        var value = Evaluate(test.Operand);
        if (value.Constant.HasValue) return TaintValue.Of(value.Constant.Value is null);
        return value.Type is null ? TaintValue.Clean : TaintValue.Of(false);
    }

    private static TaintValue TestPattern(IIsPatternOperation test, TaintValue value)
    {
        if (!value.Constant.HasValue || test.Pattern is not IConstantPatternOperation constant || !constant.Value.ConstantValue.HasValue) return TaintValue.Clean;
        return TaintValue.Of(Equals(value.Constant.Value, constant.Value.ConstantValue.Value));
    }

    private static Optional<object?> Fold(BinaryOperatorKind kind, object? left, object? right)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Equals when IsComparable(left, right):
                return new(AreEqual(left, right));
            case BinaryOperatorKind.NotEquals when IsComparable(left, right):
                return new(!AreEqual(left, right));
            case BinaryOperatorKind.Add when left is string || right is string:
                var text = string.Concat(Text(left), Text(right));
                return text.Length <= LongestConstantText ? new(text) : default;
        }

        return (left, right) switch
        {
            (bool a, bool b) => kind switch
            {
                BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => new(a && b),
                BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => new(a || b),
                BinaryOperatorKind.ExclusiveOr => new(a != b),
                _ => default,
            },
            (int a, int b) => Fold(kind, a, b),
            _ when Integer(left) is { } a && Integer(right) is { } b => Compare(kind, a.CompareTo(b)),
            _ => default,
        };
    }

    private static Optional<object?> Fold(BinaryOperatorKind kind, int left, int right) => kind switch
    {
        BinaryOperatorKind.Add => new(unchecked(left + right)),
        BinaryOperatorKind.Subtract => new(unchecked(left - right)),
        BinaryOperatorKind.Multiply => new(unchecked(left * right)),
        BinaryOperatorKind.Divide when right is not (0 or -1) => new(left / right),
        BinaryOperatorKind.Remainder when right is not (0 or -1) => new(left % right),
        _ => Compare(kind, left.CompareTo(right)),
    };

    private static Optional<object?> Compare(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.LessThan => new(order < 0),
        BinaryOperatorKind.LessThanOrEqual => new(order <= 0),
        BinaryOperatorKind.GreaterThan => new(order > 0),
        BinaryOperatorKind.GreaterThanOrEqual => new(order >= 0),
        _ => default,
    };

    private static bool IsComparable(object? left, object? right) =>
        left is null || right is null || left.GetType() == right.GetType() || (Integer(left) is not null && Integer(right) is not null);

    private static bool AreEqual(object? left, object? right) =>
        Integer(left) is { } a && Integer(right) is { } b ? a == b : Equals(left, right);

    private static long? Integer(object? value) => value switch
    {
        int or short or sbyte or byte or ushort or uint or long or char => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    // What begins with a host that the program chose leads nowhere else.
    private TaintValue Beginning(IOperation text, TaintValue value) =>
        !value.IsClean && SafeBeginning(LeftmostText(text)) ? value.Without(Harms.Redirect | Harms.Request) : value;

    // The text before the first value that is not constant, as far as it is known.
    private string? LeftmostText(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IArgumentOperation argument => LeftmostText(argument.Value),
        IConversionOperation conversion => LeftmostText(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => LeftmostText(sum.LeftOperand),
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation first, ..] } => LeftmostText(first.Text),
        IInterpolatedStringOperation { Parts: [IInterpolationOperation first, ..] } => LeftmostText(first.Expression),
        ILocalReferenceOperation or IFieldReferenceOperation => Evaluate(operation).Constant is { HasValue: true, Value: string known } ? known : null,
        _ => null,
    };

    // A redirect that begins so stays on a host that the program chose.
    private static bool SafeBeginning(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        if (text[0] == '/') return text.Length > 1 && text[1] is not ('/' or '\\');
        if (text[0] is '?' or '#' || text.StartsWith("~/", StringComparison.Ordinal)) return true;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && text.IndexOfAny(['/', '?', '#'], scheme + 3) > scheme + 3;
    }
}
