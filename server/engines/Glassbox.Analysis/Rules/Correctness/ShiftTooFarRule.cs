using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3318: shifts by as many bits as there are, or more.</summary>
internal sealed class ShiftTooFarRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node.Kind() is
        SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression or SyntaxKind.UnsignedRightShiftExpression or
        SyntaxKind.LeftShiftAssignmentExpression or SyntaxKind.RightShiftAssignmentExpression or SyntaxKind.UnsignedRightShiftAssignmentExpression;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var (shifted, amount) = node switch
        {
            BinaryExpressionSyntax binary => (binary.Left, binary.Right),
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.Right),
            _ => (null, null),
        };
        if (shifted is null || amount is null || context.ConstantAt(amount) is not { HasValue: true, Value: int bits }) return;
        var type = context.TypeOf(shifted);
        var width = type?.SpecialType switch
        {
            SpecialType.System_Int64 or SpecialType.System_UInt64 => 64,
            _ when Numbers.IsInteger(type) => 32,
            _ => 0,
        };
        if (width == 0 || (bits >= 0 && bits < width)) return;
        context.Report(
            CorrectnessIds.ShiftTooFar, Confidence.High, $"Only the lower bits of {bits} count: {Shown.Of(shifted)} has {width} bits and is shifted by {((bits % width) + width) % width}", node.Span);
    }
}
