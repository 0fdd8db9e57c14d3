using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3330: arguments that bear one another's names.</summary>
internal sealed class WrongArgumentOrderRule : INodeRule
{
    // Where things are turned round on purpose.
    private static readonly string[] Turning =
        ["swap", "revers", "flip", "transpos", "invert", "mirror", "rotat", "exchang", "opposite", "compar", "backward", "equal"];

    public bool IsCandidate(SyntaxNode node) =>
        node is ArgumentListSyntax { Arguments.Count: >= 2 } list
        && (list.Arguments.Count(argument => NameOf(argument) is not null) >= 2 || IsArgumentException(list));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var list = (ArgumentListSyntax)node;
        if (IsArgumentException(list))
        {
            InspectException(list, context);
            return;
        }

        if (list.Parent is null || context.SymbolOf(list.Parent) is not IMethodSymbol method || IsTurning(method.Name)) return;
        var caller = context.Model.GetEnclosingSymbol(list.SpanStart, context.CancellationToken);
        if (caller is null || IsTurning(caller.Name) || SymbolEqualityComparer.Default.Equals(caller.OriginalDefinition, method.OriginalDefinition)) return;
        var count = Math.Min(list.Arguments.Count, method.Parameters.Length);
        for (var second = 1; second < count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (!IsSwapped(list, method, first, second) || IsChosen(list, first, second)) continue;
                context.Report(
                    CorrectnessIds.WrongArgumentOrder, Confidence.Medium,
                    $"'{NameOf(list.Arguments[first])}' is handed over as '{method.Parameters[first].Name}' and '{NameOf(list.Arguments[second])}' as '{method.Parameters[second].Name}'", list.Span);
                return;
            }
        }
    }

    private static bool IsSwapped(ArgumentListSyntax list, IMethodSymbol method, int first, int second)
    {
        var (one, other) = (NameOf(list.Arguments[first]), NameOf(list.Arguments[second]));
        if (one is not { Length: > 1 } || other is not { Length: > 1 }) return false;
        var (expected, alsoExpected) = (method.Parameters[first], method.Parameters[second]);
        return Alike(one, alsoExpected.Name) && Alike(other, expected.Name) && !Alike(one, expected.Name)
            && SymbolEqualityComparer.Default.Equals(expected.Type, alsoExpected.Type);
    }

    // if (low > high) return Between(high, low);
    private static bool IsChosen(ArgumentListSyntax list, int first, int second)
    {
        var (one, other) = (NameOf(list.Arguments[first]), NameOf(list.Arguments[second]));
        return list.Ancestors().TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax).Any(ancestor =>
            (ancestor as IfStatementSyntax)?.Condition is { } condition && Mentions(condition)
            || (ancestor as ConditionalExpressionSyntax)?.Condition is { } choice && Mentions(choice));

        bool Mentions(ExpressionSyntax condition)
        {
            var names = condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText.TrimStart('_')).ToList();
            return names.Contains(one ?? "") && names.Contains(other ?? "");
        }
    }

    private static bool IsArgumentException(ArgumentListSyntax list) =>
        list is { Arguments.Count: 2, Parent: ObjectCreationExpressionSyntax creation }
        && Syntax.LastName(creation.Type) is "ArgumentException" or "ArgumentNullException" or "ArgumentOutOfRangeException";

    // ArgumentException takes the message first, the others the name.
    private static void InspectException(ArgumentListSyntax list, DocumentContext context)
    {
        var creation = (ObjectCreationExpressionSyntax)list.Parent!;
        if (list.Arguments[0].NameColon is not null || list.Arguments[1].NameColon is not null) return;
        var type = Syntax.LastName(creation.Type);
        var (name, message) = type == "ArgumentException" ? (list.Arguments[1].Expression, list.Arguments[0].Expression) : (list.Arguments[0].Expression, list.Arguments[1].Expression);
        if (!IsName(message) || !IsSentence(name)) return;
        if (context.ConfidenceOfType(creation.Type, $"System.{type}") is not { } confidence) return;
        context.Report(CorrectnessIds.WrongArgumentOrder, confidence, $"{type} is given the name of the parameter where it takes the message, and the message where it takes the name", list.Span);
    }

    private static bool IsName(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static bool IsSentence(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text.Contains(' ', StringComparison.Ordinal),
        InterpolatedStringExpressionSyntax => true,
        _ => false,
    };

    private static bool Alike(string argument, string parameter) => string.Equals(argument, parameter, StringComparison.OrdinalIgnoreCase);

    private static bool IsTurning(string name) => Turning.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string? NameOf(ArgumentSyntax argument) => argument is { NameColon: null, RefKindKeyword.RawKind: 0 }
        ? argument.Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText.TrimStart('_'),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => member.Identifier.ValueText.TrimStart('_'),
            _ => null,
        }
        : null;
}
