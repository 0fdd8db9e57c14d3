using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3107: a call that could be cancelled and is not told how.</summary>
internal sealed class LostCancellationRule : INodeRule
{
    // These end by themselves, or a token would mean something else to them.
    private static readonly HashSet<string> Apart =
        ["WhenAll", "WhenAny", "Run", "StartNew", "ContinueWith", "DisposeAsync", "CloseAsync", "CancelAsync", "RollbackAsync", "StopAsync", "FlushAsync", "FromResult", "CompleteAsync"];

    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax call && Syntax.LastName(call) is { } name
        && (name.EndsWith("Async", StringComparison.Ordinal) || name == "Delay") && !Apart.Contains(name) && TokenAround(call) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        if (TokenAround(call) is not { } token || IsCleaningUp(call)) return;
        var statement = call.Ancestors().FirstOrDefault(ancestor => ancestor is StatementSyntax or ArrowExpressionClauseSyntax) ?? call;
        if (statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == token)) return;
        if (context.SymbolOf(call) is not IMethodSymbol method || !IsTaskLike(method.ReturnType)) return;
        if (call.ArgumentList.Arguments.Any(argument => IsToken(context.TargetOf(argument.Expression)))) return;
        if (!TakesToken((method.ReducedFrom ?? method).OriginalDefinition)) return;
        context.Report(AsyncIds.LostCancellation, Confidence.Medium, $"'{method.Name}' is not given '{token}', and goes on when nobody waits any more", call.Span);
    }

    // The name of the token that the nearest function with one was given.
    private static string? TokenAround(SyntaxNode call)
    {
        foreach (var ancestor in call.Ancestors())
        {
            var (parameters, isClosed) = ancestor switch
            {
                MethodDeclarationSyntax method => (method.ParameterList.Parameters, true),
                LocalFunctionStatementSyntax function => (function.ParameterList.Parameters, function.Modifiers.Any(SyntaxKind.StaticKeyword)),
                ParenthesizedLambdaExpressionSyntax lambda => (lambda.ParameterList.Parameters, lambda.Modifiers.Any(SyntaxKind.StaticKeyword)),
                _ => (default, ancestor is MemberDeclarationSyntax),
            };
            foreach (var parameter in parameters)
            {
                if (Syntax.LastName(parameter.Type) == "CancellationToken") return parameter.Identifier.ValueText;
            }

            if (isClosed) return null;
        }

        return null;
    }

    // What tidies up must also run when the rest was cancelled.
    private static bool IsCleaningUp(SyntaxNode call) =>
        call.Ancestors().TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax).Any(ancestor => ancestor is CatchClauseSyntax or FinallyClauseSyntax);

    private static bool IsTaskLike(ITypeSymbol type) => NotAwaitedRule.IsTask(type) || type.HasName("System.Collections.Generic.IAsyncEnumerable");

    private static bool IsToken(ITypeSymbol? type) => type is not null && type.HasName("System.Threading.CancellationToken");

    private static bool TakesToken(IMethodSymbol method) =>
        method.Parameters.Any(parameter => IsToken(parameter.Type) && parameter.IsOptional)
        || method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => IsSameWithToken(other, method));

    private static bool IsSameWithToken(IMethodSymbol other, IMethodSymbol method)
    {
        if (other.Parameters.Length != method.Parameters.Length + 1 || other.TypeParameters.Length != method.TypeParameters.Length) return false;
        if (other.IsStatic != method.IsStatic || other.DeclaredAccessibility != Accessibility.Public || !IsToken(other.Parameters[^1].Type)) return false;
        return method.Parameters.Zip(other.Parameters).All(pair => pair.First.Type.ToDisplayString() == pair.Second.Type.ToDisplayString());
    }
}
