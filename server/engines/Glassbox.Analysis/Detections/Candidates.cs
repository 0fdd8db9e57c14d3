using Glassbox.Analysis.Flow;
using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Detections;

/// <summary>What of a document is worth binding, found by syntax alone.</summary>
internal sealed class Candidates
{
    private Candidates(List<(INodeRule, SyntaxNode)> nodes, List<(SyntaxNode, List<IBodyRule>)> bodies)
    {
        Nodes = nodes;
        Bodies = bodies;
    }

    public IReadOnlyList<(INodeRule Rule, SyntaxNode Node)> Nodes { get; }

    public IReadOnlyList<(SyntaxNode Body, List<IBodyRule> Rules)> Bodies { get; }

    public bool IsEmpty => Nodes.Count == 0 && Bodies.Count == 0;

    public static Candidates In(CompilationUnitSyntax root, CancellationToken cancellationToken)
    {
        var nodes = new List<(INodeRule, SyntaxNode)>();
        foreach (var node in root.DescendantNodes())
        {
            foreach (var rule in RuleCatalog.NodeRules)
            {
                if (rule.IsCandidate(node)) nodes.Add((rule, node));
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        var bodies = new List<(SyntaxNode, List<IBodyRule>)>();
        foreach (var body in Flow.Bodies.In(root))
        {
            var rules = RuleCatalog.BodyRules.Where(rule => TokensOf(body).Any(rule.IsHint)).ToList();
            if (rules.Count > 0) bodies.Add((body, rules));
        }

        return new Candidates(nodes, bodies);
    }

    // The types beside top-level statements have bodies of their own.
    private static IEnumerable<SyntaxToken> TokensOf(SyntaxNode body) => body is CompilationUnitSyntax unit
        ? unit.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantTokens())
        : body.DescendantTokens();
}
