using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3320: an index or a length that reaches past the end.</summary>
internal sealed class PastTheEndRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } access => IsEndOf(index, access.Expression) || IsLastFromEnd(index),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee, ArgumentList.Arguments: [_, { Expression: var length }] } =>
            callee.Name.Identifier.ValueText is "Substring" or "Slice" or "Remove" && IsEndOf(length, callee.Expression),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case ElementAccessExpressionSyntax access when IsCounted(context.TypeOf(access.Expression)):
                context.Report(CorrectnessIds.PastTheEnd, Confidence.High, $"{Shown.Of(access)} is one past the end, where there is nothing", access.Span);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee, ArgumentList.Arguments: [{ Expression: var start }, _] } call:
                if (!IsCounted(context.TypeOf(callee.Expression))) return;
                var constant = context.ConstantAt(start);
                if (constant is { HasValue: true, Value: 0 }) return;
                context.Report(
                    CorrectnessIds.PastTheEnd, constant.HasValue ? Confidence.High : Confidence.Medium,
                    $"'{callee.Name.Identifier.ValueText}' takes a length, and the whole length from {Shown.Of(start)} on reaches past the end", call.Span);
                break;
        }
    }

    // x.Length, x.Count and x.Count() of the same x.
    private static bool IsEndOf(ExpressionSyntax index, ExpressionSyntax collection) => Operands.Inner(index) switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } access => Operands.Same(access.Expression, collection) && Operands.IsPlain(collection),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } access, ArgumentList.Arguments.Count: 0 } =>
            Operands.Same(access.Expression, collection) && Operands.IsPlain(collection),
        _ => false,
    };

    // x[^0]
    private static bool IsLastFromEnd(ExpressionSyntax index) =>
        index is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression, Operand: LiteralExpressionSyntax { Token.Value: 0 } };

    // What is indexed by positions and does not grow by itself.
    private static bool IsCounted(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol || type is { SpecialType: SpecialType.System_String }) return true;
        return type is not null && (type.HasName("System.Span") || type.HasName("System.ReadOnlySpan") || type.HasName("System.Memory") || type.HasName("System.ReadOnlyMemory")
            || type.HasName("System.Collections.Generic.List") || type.HasName("System.Collections.Generic.IList") || type.HasName("System.Collections.Generic.IReadOnlyList")
            || type.HasName("System.Collections.Immutable.ImmutableArray") || type.HasName("System.Collections.Immutable.ImmutableList")
            || type.HasName("System.Collections.ObjectModel.Collection") || type.HasName("System.Collections.ObjectModel.ObservableCollection") || type.HasName("System.ArraySegment"));
    }
}
