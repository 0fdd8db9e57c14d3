using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>A detection and the document that it is to be removed from.</summary>
internal sealed class FixContext(Document document, CompilationUnitSyntax root, SemanticModel model, Detection detection)
{
    public Document Document => document;

    public CompilationUnitSyntax Root => root;

    public SemanticModel Model => model;

    public Detection Detection => detection;

    /// <summary>The node that the detection underlines.</summary>
    public SyntaxNode Node { get; } = root.FindNode(detection.Span, getInnermostNodeForTie: true);

    /// <summary>The node underlined or the nearest around it of this kind.</summary>
    public TNode? Find<TNode>()
        where TNode : SyntaxNode => Node.FirstAncestorOrSelf<TNode>();

    /// <summary>The document with one node in place of another.</summary>
    public Document Replace(SyntaxNode old, SyntaxNode replacement) => document.WithSyntaxRoot(root.ReplaceNode(old, replacement));

    /// <summary>How a type is written at the node: by its name where that means the type, else with its namespace.</summary>
    public string NameOf(string fullName)
    {
        var simple = fullName[(fullName.LastIndexOf('.') + 1)..];
        // Types of other arities, as Task<T> beside Task, do not stand in the way; anything else of that name does.
        var meant = model.LookupSymbols(Node.SpanStart, name: simple);
        if (meant.All(symbol => symbol is INamedTypeSymbol) && meant.OfType<INamedTypeSymbol>().Where(type => type.Arity == 0).ToList() is [var only] && only.HasName(fullName)) return simple;
        var first = fullName[..fullName.IndexOf('.', StringComparison.Ordinal)];
        return model.LookupSymbols(Node.SpanStart, name: first) is [INamespaceSymbol] ? fullName : $"global::{fullName}";
    }

    /// <summary>A text as an expression.</summary>
    public static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);

    /// <summary>
    /// The document with statements put before one, indented like it. The statements are given as text, one a line.
    /// </summary>
    public Document InsertBefore(StatementSyntax anchor, IEnumerable<string> statements, SyntaxNode? old = null, SyntaxNode? replacement = null) =>
        Insert(anchor, statements, before: true, old, replacement);

    /// <summary>As <see cref="InsertBefore"/>, after the statement.</summary>
    public Document InsertAfter(StatementSyntax anchor, IEnumerable<string> statements, SyntaxNode? old = null, SyntaxNode? replacement = null) =>
        Insert(anchor, statements, before: false, old, replacement);

    private Document Insert(StatementSyntax anchor, IEnumerable<string> statements, bool before, SyntaxNode? old, SyntaxNode? replacement)
    {
        var ending = LineEndings.Of(root);
        var indentation = LineEndings.IndentationOf(anchor);
        var made = statements.Select(text => SyntaxFactory.ParseStatement(text)
            .WithLeadingTrivia(SyntaxFactory.Whitespace(indentation))
            .WithTrailingTrivia(ending)).ToList();
        var target = Placeable(anchor);
        var tracked = root.TrackNodes(old is null ? [target] : [target, old]);
        if (old is not null && replacement is not null) tracked = tracked.ReplaceNode(tracked.GetCurrentNode(old)!, replacement);
        var current = tracked.GetCurrentNode(target)!;
        if (before)
        {
            // The comment above a statement stays above what is put before it.
            made[0] = made[0].WithLeadingTrivia(current.GetLeadingTrivia());
            var follower = current.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation));
            tracked = tracked.ReplaceNode(current, [.. Wrap(made, current), follower]);
        }
        else
        {
            tracked = tracked.ReplaceNode(current, [current, .. Wrap(made, current)]);
        }

        return document.WithSyntaxRoot(tracked);
    }

    // At the top level of a program each statement stands in a member of its own.
    private static SyntaxNode Placeable(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;

    private static IEnumerable<SyntaxNode> Wrap(IEnumerable<StatementSyntax> statements, SyntaxNode beside) =>
        beside is GlobalStatementSyntax ? statements.Select(SyntaxFactory.GlobalStatement) : statements;
}
