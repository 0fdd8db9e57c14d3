using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3202: locks that stay taken where something fails.</summary>
internal sealed class LockNotReleasedRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ExpressionStatementSyntax statement && LockCall.In(statement) is { } call && LockCall.IsNamedSo(call);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (LockCall.From(LockCall.In((ExpressionStatementSyntax)node), context) is not { Takes: true } taken || IsTimed(taken, context)) return;
        var body = Syntax.BodyOf(node);
        var releases = ReleasesIn(body, taken.Lock, context);
        if (releases.Count == 0)
        {
            InspectLost(taken, context);
            return;
        }

        // Given back in a lambda, in finally, or where a failure is caught: then it is thought of.
        if (releases.Exists(release => Syntax.FunctionOf(release) != Syntax.FunctionOf(node) || release.Ancestors().Any(ancestor => ancestor is FinallyClauseSyntax or CatchClauseSyntax))) return;
        if (releases.Find(release => release.SpanStart > node.Span.End) is not { } next) return;
        if (!body.DescendantNodes().Any(inner => inner.SpanStart > node.Span.End && inner.SpanStart < next.SpanStart && !next.Span.Contains(inner.Span) && !inner.Span.Contains(next.Span) && MayFail(inner))) return;
        context.Report(
            ConcurrencyIds.LockNotReleased, Confidence.High, $"{Shown.Of(taken.Owner)} stays locked when something fails before {Shown.Of(next)}", taken.Call.Span);
    }

    private static void InspectLost(LockCall taken, DocumentContext context)
    {
        // Only of a private field of a type in one piece is it known that nobody else gives it back.
        if (context.SymbolOf(taken.Owner) is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } held) return;
        if (taken.Call.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is not { } type) return;
        if (type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => LockCall.IsNamedSo(call) && LockCall.From(call, context) is { Takes: false } release && Syntax.LastName(release.Owner) == held.Name)) return;
        // Handed over, or given back under another name.
        if (VariableUse.MentionsOf(held, type, context).Any(mention => !taken.Call.Span.Contains(mention.Span) && VariableUse.Whole(mention).Parent is not (MemberAccessExpressionSyntax or AssignmentExpressionSyntax))) return;
        context.Report(ConcurrencyIds.LockNotReleased, Confidence.Medium, $"{Shown.Of(taken.Owner)} is locked and never released", taken.Call.Span);
    }

    private static List<InvocationExpressionSyntax> ReleasesIn(SyntaxNode scope, string locked, DocumentContext context) =>
        scope.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => LockCall.IsNamedSo(call) && LockCall.From(call, context) is { Takes: false } release && release.Lock == locked).ToList();

    // With a limit of time the result says whether it was taken at all.
    private static bool IsTimed(LockCall taken, DocumentContext context) =>
        Syntax.LastName(taken.Call) is "Wait" or "WaitAsync" or "WaitOne"
        && taken.Call.ArgumentList.Arguments.Any(argument => context.TargetOf(argument.Expression)?.Name != "CancellationToken");

    private static bool MayFail(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or ReturnStatementSyntax => true,
        _ => false,
    };
}
