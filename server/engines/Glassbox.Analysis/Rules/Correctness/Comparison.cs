using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>A value that is compared with a constant.</summary>
/// <param name="Source">The comparison as written.</param>
/// <param name="Value">What is compared, on the left of the operator.</param>
/// <param name="Operator">The kind of the comparison, turned round where the constant stood on the left.</param>
/// <param name="Constant">What it is compared with.</param>
/// <param name="IsTotal">True where of two opposite comparisons one always holds: neither null nor NaN is possible.</param>
internal sealed record Comparison(ExpressionSyntax Source, ExpressionSyntax Value, SyntaxKind Operator, object? Constant, bool IsTotal)
{
    /// <summary>Reads an expression; null where it is not such a comparison.</summary>
    public static Comparison? From(ExpressionSyntax expression, DocumentContext context)
    {
        if (expression is not BinaryExpressionSyntax binary || Mirrored(binary.Kind()) == SyntaxKind.None) return null;
        var left = context.ConstantAt(binary.Left);
        var right = context.ConstantAt(binary.Right);
        if (left.HasValue == right.HasValue) return null;
        var value = Operands.Inner(right.HasValue ? binary.Left : binary.Right);
        if (!Operands.IsPlain(value) || context.TypeOf(value) is not { } type) return null;
        var nullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (nullable && type is INamedTypeSymbol { TypeArguments: [var underlying] }) type = underlying;
        var isNumber = Numbers.IsInteger(type) || Numbers.IsFraction(type);
        if (!isNumber && type.TypeKind != TypeKind.Enum && type.SpecialType is not (SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean)) return null;
        return right.HasValue
            ? new Comparison(expression, value, binary.Kind(), right.Value, !nullable && !Numbers.IsFloating(type))
            : new Comparison(expression, value, Mirrored(binary.Kind()), left.Value, !nullable && !Numbers.IsFloating(type));
    }

    /// <summary>The comparison that holds where this one does not.</summary>
    public Comparison Opposite() => this with
    {
        Operator = Operator switch
        {
            SyntaxKind.EqualsExpression => SyntaxKind.NotEqualsExpression,
            SyntaxKind.NotEqualsExpression => SyntaxKind.EqualsExpression,
            SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanOrEqualExpression,
            SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanExpression,
            SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanOrEqualExpression,
            _ => SyntaxKind.LessThanExpression,
        },
    };

    public bool IsOrder => Operator is not (SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression);

    /// <summary>True where no value meets both comparisons.</summary>
    public bool Excludes(Comparison other)
    {
        if (!Operands.Same(Value, other.Value)) return false;
        var mine = Numbers.Of(Constant);
        var theirs = Numbers.Of(other.Constant);
        if (!IsOrder && !other.IsOrder)
        {
            var same = mine is not null && theirs is not null ? mine.Value.Equals(theirs.Value) : object.Equals(Constant, other.Constant);
            return (Operator, other.Operator) switch
            {
                (SyntaxKind.EqualsExpression, SyntaxKind.EqualsExpression) => !same,
                (SyntaxKind.NotEqualsExpression, SyntaxKind.NotEqualsExpression) => false,
                _ => same,
            };
        }

        if (mine is not { } first || theirs is not { } second) return false;
        if (Operator == SyntaxKind.EqualsExpression) return !Holds(first, other.Operator, second);
        if (other.Operator == SyntaxKind.EqualsExpression) return !Holds(second, Operator, first);
        if (!IsOrder || !other.IsOrder || IsLower(Operator) == IsLower(other.Operator)) return false;
        var (lower, upper) = IsLower(Operator) ? (first, second) : (second, first);
        var bothInclude = Operator is SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanOrEqualExpression
            && other.Operator is SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanOrEqualExpression;
        return bothInclude ? lower > upper : lower >= upper;
    }

    private static bool IsLower(SyntaxKind kind) => kind is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static bool Holds(double value, SyntaxKind kind, double bound) => kind switch
    {
        SyntaxKind.LessThanExpression => value < bound,
        SyntaxKind.LessThanOrEqualExpression => value <= bound,
        SyntaxKind.GreaterThanExpression => value > bound,
        _ => value >= bound,
    };

    private static SyntaxKind Mirrored(SyntaxKind kind) => kind switch
    {
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => kind,
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        _ => SyntaxKind.None,
    };
}
