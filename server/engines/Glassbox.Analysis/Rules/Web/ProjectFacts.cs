using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What the documents of a project say together, where one of them can protect what another one leaves open.</summary>
internal sealed class ProjectFacts
{
    // Trees live as long as nobody edits them, so that an edit costs the reading of one document.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = [];

    private readonly ImmutableArray<TreeFacts> trees;

    private ProjectFacts(ImmutableArray<TreeFacts> trees) => this.trees = trees;

    /// <summary>A filter for all controllers checks the tokens against forged requests.</summary>
    public bool ChecksAntiforgery => trees.Any(tree => tree.ChecksAntiforgery);

    /// <summary>A filter or a policy for everything asks for a login.</summary>
    public bool RequiresLogin => trees.Any(tree => tree.RequiresLogin);

    /// <summary>A policy marks every cookie for protected connections alone.</summary>
    public bool MakesCookiesSecure => trees.Any(tree => tree.UsesCookiePolicy) && trees.Any(tree => tree.MakesCookiesSecure);

    /// <summary>A policy hides every cookie from scripts.</summary>
    public bool MakesCookiesHttpOnly => trees.Any(tree => tree.UsesCookiePolicy) && trees.Any(tree => tree.MakesCookiesHttpOnly);

    /// <summary>A header says by whom pages may be framed.</summary>
    public bool SaysWhoMayFrame => trees.Any(tree => tree.SaysWhoMayFrame);

    /// <summary>True where a database context of the project has a set of these.</summary>
    public bool IsEntity(string typeName) => trees.Any(tree => tree.HasSetOf(typeName));

    public static ProjectFacts Of(DocumentContext context) => new(
    [
        .. context.Model.Compilation.SyntaxTrees.Select(tree =>
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            return Known.GetValue(tree, TreeFacts.Of);
        }),
    ]);
}
