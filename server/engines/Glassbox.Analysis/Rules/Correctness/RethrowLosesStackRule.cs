using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3324: throwing the caught exception anew, which forgets where it came from.</summary>
internal sealed class RethrowLosesStackRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ThrowStatementSyntax { Expression: IdentifierNameSyntax };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var thrown = (IdentifierNameSyntax)((ThrowStatementSyntax)node).Expression!;
        var clause = node.Ancestors().TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<CatchClauseSyntax>().FirstOrDefault();
        if (clause is not { Declaration.Identifier.ValueText: { Length: > 0 } name } || name != thrown.Identifier.ValueText) return;
        if (context.SymbolOf(thrown) is not ILocalSymbol caught || VariableUse.IsWrittenIn(clause.Block, caught, context)) return;
        context.Report(CorrectnessIds.RethrowLosesStack, Confidence.High, $"'throw {name}' forgets where the failure came from; 'throw' alone keeps it", node.Span);
    }
}
