using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3337: a use of what was disposed right before.</summary>
internal sealed class DisposedUseRule : INodeRule
{
    // What may still be asked of an object that is gone.
    private static readonly HashSet<string> Allowed =
    [
        "Dispose", "DisposeAsync", "Close", "CloseAsync", "ToString", "Equals", "GetHashCode", "GetType", "ToArray", "GetBuffer", "TryGetBuffer",
        "Open", "OpenAsync", "Cancel", "Abort", "Kill", "Start", "Reset",
    ];

    public bool IsCandidate(SyntaxNode node) => node is StatementSyntax statement && DisposedBy(statement) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var statement = (StatementSyntax)node;
        if (DisposedBy(statement) is not { } disposed) return;
        var variable = context.SymbolOf(disposed);
        var type = variable switch { ILocalSymbol local => local.Type, IParameterSymbol parameter => parameter.Type, _ => null };
        if (variable is null || type is null || !IsGoneWhenDisposed(type, statement)) return;
        foreach (var after in Endings.After(statement))
        {
            foreach (var mention in VariableUse.MentionsOf(variable, after, context))
            {
                // Another object, or a lambda of which nobody knows when it runs.
                if (VariableUse.IsWrite(mention) || Syntax.FunctionOf(mention) != Syntax.FunctionOf(statement)) return;
                if (mention.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access || access.Expression != mention || call.Expression != access) continue;
                if (Allowed.Contains(access.Name.Identifier.ValueText) || context.SymbolOf(call) is not IMethodSymbol { IsExtensionMethod: false }) continue;
                context.Report(CorrectnessIds.DisposedUse, Confidence.High, $"'{variable.Name}' is used after it was disposed", access.Span);
                return;
            }

            if (after is LabeledStatementSyntax) return;
        }
    }

    // x.Dispose(); x?.Dispose(); x.Close(); using (x) { … }
    private static IdentifierNameSyntax? DisposedBy(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax simple => DisposedBy(simple.Expression),
        UsingStatementSyntax { Expression: IdentifierNameSyntax name } => name,
        _ => null,
    };

    private static IdentifierNameSyntax? DisposedBy(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax awaited => DisposedBy(awaited.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } access, ArgumentList.Arguments.Count: 0 } =>
            IsDisposal(access.Name.Identifier.ValueText) ? name : null,
        ConditionalAccessExpressionSyntax { Expression: IdentifierNameSyntax name, WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } =>
            IsDisposal(binding.Name.Identifier.ValueText) ? name : null,
        _ => null,
    };

    private static bool IsDisposal(string name) => name is "Dispose" or "DisposeAsync" or "Close";

    private static bool IsGoneWhenDisposed(ITypeSymbol type, StatementSyntax statement)
    {
        if (!type.IsOrInherits("System.IDisposable") && !type.IsOrInherits("System.IAsyncDisposable")) return false;
        var isClose = statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && Syntax.LastName(call) == "Close";
        // A connection may be opened again; a stream may not.
        return !isClose || type.IsOrInherits("System.IO.Stream") || type.IsOrInherits("System.IO.TextReader") || type.IsOrInherits("System.IO.TextWriter");
    }
}
