using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3333: a lambda that runs later and sees the counter as it is then.</summary>
internal sealed class CapturedLoopVariableRule : INodeRule
{
    private static readonly HashSet<string> Starting =
        ["StartNew", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "ContinueWith", "BeginInvoke", "Post", "Add", "Enqueue", "Push", "Register", "Schedule", "TryAdd"];

    private static readonly HashSet<string> StartingTypes = ["Thread", "Timer", "Task", "Lazy"];

    public bool IsCandidate(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax lambda && LoopOf(lambda) is { Declaration: not null };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var lambda = (AnonymousFunctionExpressionSyntax)node;
        if (LoopOf(lambda) is not { Declaration: { } declaration } loop || !RunsLater(lambda)) return;
        foreach (var counter in declaration.Variables)
        {
            if (context.Model.GetDeclaredSymbol(counter, context.CancellationToken) is not { } variable) continue;
            if (!loop.Incrementors.Any(step => VariableUse.IsWrittenIn(step, variable, context))) continue;
            if (VariableUse.MentionsOf(variable, lambda.Body, context).FirstOrDefault() is not { } use) continue;
            context.Report(
                CorrectnessIds.CapturedLoopVariable, Confidence.High, $"The lambda runs later and sees '{variable.Name}' as it is then, not as it is in this round", use.Span);
            return;
        }
    }

    private static ForStatementSyntax? LoopOf(AnonymousFunctionExpressionSyntax lambda)
    {
        for (var at = lambda.Parent; at is not null and not MemberDeclarationSyntax; at = at.Parent)
        {
            if (at is ForStatementSyntax loop && loop.Statement.Span.Contains(lambda.Span)) return loop;
        }

        return null;
    }

    private static bool RunsLater(AnonymousFunctionExpressionSyntax lambda)
    {
        SyntaxNode at = lambda;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax) at = at.Parent;
        switch (at.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression }:
                return true;
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax }:
                return true;
            case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation }:
                return creation is ObjectCreationExpressionSyntax { Type: var type } && StartingTypes.Contains(Syntax.LastName(type) ?? "");
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                return Starts(call) && !IsAwaited(call);
            default:
                return false;
        }
    }

    private static bool Starts(InvocationExpressionSyntax call) => Syntax.LastName(call) switch
    {
        null => false,
        // Other things that run something may do so at once.
        "Run" => (call.Expression as MemberAccessExpressionSyntax)?.Expression is { } owner && Syntax.LastName(owner) == "Task",
        var name => Starting.Contains(name),
    };

    // await Task.Run(() => … i …) has ended before the counter moves.
    private static bool IsAwaited(InvocationExpressionSyntax call)
    {
        for (SyntaxNode? at = call.Parent; at is ExpressionSyntax; at = at.Parent)
        {
            if (at is AwaitExpressionSyntax) return true;
            if (at is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "Result" or "GetAwaiter" or "Join" }) return true;
        }

        return false;
    }
}
