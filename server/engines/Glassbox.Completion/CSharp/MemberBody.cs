using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>What a member does: the block or the expression of a method, a constructor, an operator, an accessor, a property.</summary>
/// <param name="Node">A <see cref="BlockSyntax"/> or an <see cref="ArrowExpressionClauseSyntax"/>.</param>
/// <param name="Index">How many stand before it in the file.</param>
/// <param name="Count">How many the file has.</param>
internal readonly record struct MemberBody(SyntaxNode Node, int Index, int Count)
{
    /// <summary>Where text of the body may stand.</summary>
    public TextSpan Inside => Node switch
    {
        BlockSyntax block => TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart),
        _ => TextSpan.FromBounds(((ArrowExpressionClauseSyntax)Node).ArrowToken.Span.End, Semicolon(Node.Parent!).SpanStart),
    };

    /// <summary>The body around a position; null outside of bodies, and where it does not end.</summary>
    public static MemberBody? At(SyntaxNode root, int position)
    {
        SyntaxNode? around = null;
        var last = Math.Max(0, root.FullSpan.End - 1);
        for (var node = root.FindToken(Math.Min(position, last)).Parent; node is not null; node = node.Parent)
        {
            if (IsBody(node)) around = node;
        }

        if (around is null || !Ends(around)) return null;
        var (index, count) = (-1, 0);
        foreach (var body in All(root))
        {
            if (body == around) index = count;
            count++;
        }

        var found = new MemberBody(around, index, count);
        return index >= 0 && found.Inside.Start <= position && position <= found.Inside.End ? found : null;
    }

    /// <summary>The body that stands at the same place among those of another version of the file; null where the versions declare different things.</summary>
    public MemberBody? In(SyntaxNode root)
    {
        var (count, counterpart) = (0, (SyntaxNode?)null);
        foreach (var body in All(root))
        {
            if (count++ == Index) counterpart = body;
        }

        return count == Count && counterpart is not null && counterpart.RawKind == Node.RawKind && counterpart.Parent!.RawKind == Node.Parent!.RawKind && Ends(counterpart)
            ? new MemberBody(counterpart, Index, Count)
            : null;
    }

    private static IEnumerable<SyntaxNode> All(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or MemberDeclarationSyntax or AccessorListSyntax or AccessorDeclarationSyntax && !IsBody(node)).Where(IsBody);

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax,
        ArrowExpressionClauseSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        _ => false,
    };

    private static bool Ends(SyntaxNode body) => body is BlockSyntax block ? !block.CloseBraceToken.IsMissing && !block.OpenBraceToken.IsMissing : !Semicolon(body.Parent!).IsMissing;

    private static SyntaxToken Semicolon(SyntaxNode owner) => owner switch
    {
        BaseMethodDeclarationSyntax method => method.SemicolonToken,
        AccessorDeclarationSyntax accessor => accessor.SemicolonToken,
        PropertyDeclarationSyntax property => property.SemicolonToken,
        IndexerDeclarationSyntax indexer => indexer.SemicolonToken,
        _ => default,
    };
}
