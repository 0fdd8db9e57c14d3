using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3104: a task that is handed out while what it uses is disposed.</summary>
internal sealed class TaskFromUsingRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ReturnStatementSyntax { Expression: InvocationExpressionSyntax };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (NotAwaitedRule.IsInAsyncFunction(node)) return;
        var names = DisposedAtReturn(node);
        if (names.Count == 0) return;
        var call = (InvocationExpressionSyntax)((ReturnStatementSyntax)node).Expression!;
        if (context.TypeOf(call) is not { } type || !NotAwaitedRule.IsTask(type) || Syntax.LastName(call) is "FromResult" or "FromException" or "FromCanceled") return;
        if (UsedBy(call, names, context, 0) is not { } used) return;
        context.Report(AsyncIds.TaskFromUsing, Confidence.High, $"'{used}' is disposed on return, before the task that uses it has ended", call.Span);
    }

    // The variables of the using statements and declarations that a return leaves.
    private static HashSet<string> DisposedAtReturn(SyntaxNode node)
    {
        var names = new HashSet<string>();
        var function = Syntax.FunctionOf(node);
        for (var at = node; at.Parent is { } parent && at != function; at = parent)
        {
            switch (parent)
            {
                case UsingStatementSyntax resource when resource.Statement == at:
                    names.UnionWith(resource.Declaration?.Variables.Select(variable => variable.Identifier.ValueText) ?? []);
                    if (resource.Expression is IdentifierNameSyntax name) names.Add(name.Identifier.ValueText);
                    break;
                case BlockSyntax block:
                    names.UnionWith(block.Statements.OfType<LocalDeclarationStatementSyntax>()
                        .Where(declaration => declaration.UsingKeyword.RawKind != 0 && declaration.SpanStart < node.SpanStart)
                        .SelectMany(declaration => declaration.Declaration.Variables).Select(variable => variable.Identifier.ValueText));
                    break;
            }
        }

        return names;
    }

    // As the object that is asked, or as something handed over; not where a value was read from it before.
    private static string? UsedBy(ExpressionSyntax call, HashSet<string> names, DocumentContext context, int level)
    {
        var root = RootOf(call);
        if (Named(root, names, context, level) is { } asked) return asked;
        foreach (var argument in (call as InvocationExpressionSyntax)?.ArgumentList.Arguments ?? [])
        {
            var given = Syntax.Bare(argument.Expression);
            if (given is AnonymousFunctionExpressionSyntax lambda && lambda.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(name => names.Contains(name.Identifier.ValueText)) is { } captured)
                return captured.Identifier.ValueText;
            if (given is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || !KeepsHold(context.TypeOf(given))) continue;
            if (Named(RootOf(given), names, context, level) is { } handed) return handed;
        }

        return null;
    }

    private static string? Named(ExpressionSyntax root, HashSet<string> names, DocumentContext context, int level)
    {
        if (root is not IdentifierNameSyntax name) return null;
        if (names.Contains(name.Identifier.ValueText)) return name.Identifier.ValueText;
        // var reader = new StreamReader(stream);
        if (level > 0 || VariableUse.OriginOf(name, context) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var wrapped }, ..] }) return null;
        return Named(Syntax.Bare(wrapped), names, context, level + 1);
    }

    private static ExpressionSyntax RootOf(ExpressionSyntax expression)
    {
        var root = expression;
        while (true)
        {
            switch (Syntax.Bare(root))
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                    root = access.Expression;
                    continue;
                case MemberAccessExpressionSyntax access:
                    root = access.Expression;
                    continue;
                default:
                    return Syntax.Bare(root);
            }
        }
    }

    // A text or a number that was read is no longer tied to its source.
    private static bool KeepsHold(ITypeSymbol? type) =>
        type is { SpecialType: not SpecialType.System_String } and ({ IsReferenceType: true } or { Name: "CancellationToken" });
}
