using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3203: locks that are taken or given back twice in a row.</summary>
internal sealed class DoubleLockRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        LockStatementSyntax statement => OuterOf(statement) is not null,
        ExpressionStatementSyntax statement => LockCall.In(statement) is { } call && LockCall.IsNamedSo(call),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case LockStatementSyntax statement when OuterOf(statement) is not null:
                context.Report(ConcurrencyIds.DoubleLock, Confidence.High, $"{Shown.Of(statement.Expression)} is already locked here", statement.Expression.Span);
                break;
            case ExpressionStatementSyntax statement when LockCall.From(LockCall.In(statement), context) is { } call:
                InspectCall(statement, call, context);
                break;
        }
    }

    private static void InspectCall(ExpressionStatementSyntax statement, LockCall call, DocumentContext context)
    {
        foreach (var before in Endings.Before(statement))
        {
            var calls = before.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(LockCall.IsNamedSo)
                .Select(other => LockCall.From(other, context)).Where(other => other is not null && other.Lock == call.Lock).ToList();
            if (calls.Count == 0) continue;
            if (calls is not [{ } last] || last.Call != LockCall.In(before) || last.Takes != call.Takes || IsMeant(call, statement, context)) return;
            var says = call.Takes ? $"{Shown.Of(call.Owner)} is taken a second time before it is released" : $"{Shown.Of(call.Owner)} is released a second time";
            context.Report(ConcurrencyIds.DoubleLock, Confidence.High, says, call.Call.Span);
            return;
        }
    }

    // Semaphores may be counted up and down by several; a lock that is entered twice must be left twice.
    private static bool IsMeant(LockCall call, ExpressionStatementSyntax statement, DocumentContext context)
    {
        if (call.IsSemaphore) return !call.Takes || !AdmitsOne(call.Owner, context);
        var takes = Syntax.FunctionOf(statement).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(LockCall.IsNamedSo)
            .Select(other => LockCall.From(other, context)).Count(other => other is { Takes: true } && other.Lock == call.Lock);
        return !call.Takes && takes > 1;
    }

    // new SemaphoreSlim(1, 1)
    private static bool AdmitsOne(ExpressionSyntax owner, DocumentContext context) =>
        context.SymbolOf(owner) is { DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: 1 } }, ..] } };

    private static LockStatementSyntax? OuterOf(LockStatementSyntax inner)
    {
        if (!Operands.IsPlain(inner.Expression)) return null;
        for (var at = inner.Parent; at is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); at = at.Parent)
        {
            if (at is LockStatementSyntax outer && Operands.Same(outer.Expression, inner.Expression)) return outer;
        }

        return null;
    }
}
