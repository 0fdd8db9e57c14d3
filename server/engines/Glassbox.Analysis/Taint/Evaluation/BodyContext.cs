using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Summaries;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>The body that is being looked at.</summary>
/// <param name="Program">The code around it.</param>
/// <param name="Model">The meaning of its document.</param>
/// <param name="BodyNode">The body.</param>
/// <param name="Method">The method that it belongs to; null for an initializer.</param>
/// <param name="Findings">Takes what is found.</param>
internal sealed record BodyContext(TaintProgram Program, SemanticModel Model, SyntaxNode BodyNode, IMethodSymbol? Method, BodyFindings Findings)
{
    public CancellationToken CancellationToken => Program.CancellationToken;

    /// <summary>The namespaces that the document imports.</summary>
    public ImmutableHashSet<string> Usings => TreeFacts.Of(BodyNode.SyntaxTree).Usings;

    public bool IsOwn(IMethodSymbol constructor) => SymbolEqualityComparer.Default.Equals(Method, constructor.OriginalDefinition);
}
