using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Lets a proposal in a documentation comment through where the comment stays as well formed as it was, and where what it names
/// is there: parameters of what is documented, each once, and types and members that can be referred to.
/// </summary>
/// <param name="document">The document as it is.</param>
/// <param name="text">Its text.</param>
internal sealed class DocumentationVerifier(Document document, SourceText text)
{
    private static readonly CSharpParseOptions Strict = new(documentationMode: DocumentationMode.Diagnose);

    /// <summary>Tries a text in its place.</summary>
    /// <param name="replace">What the proposal replaces.</param>
    /// <param name="insert">The proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<GhostVerdict> VerifyAsync(TextSpan replace, string insert, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root || !IsComment(root, replace.Start)) return GhostVerdict.Wrong;
        var (first, last) = Comment(text.Lines.GetLineFromPosition(replace.Start).LineNumber);
        var start = text.Lines[first].Start;
        var end = text.Lines[last].End;
        var before = await ParseAsync(text.ToString(TextSpan.FromBounds(start, end)), cancellationToken);
        var written = text.ToString(TextSpan.FromBounds(start, replace.Start)) + insert + text.ToString(TextSpan.FromBounds(replace.End, end));
        var after = await ParseAsync(written, cancellationToken);
        if (Faults(after) > Faults(before)) return GhostVerdict.Wrong;

        var inserted = new TextSpan(replace.Start - start, insert.Length);
        var attributes = after.DescendantNodes(descendIntoTrivia: true).OfType<XmlAttributeSyntax>().ToList();
        var added = attributes.Where(attribute => attribute.Span.OverlapsWith(inserted)).ToList();
        if (added.Count == 0) return GhostVerdict.Right;
        if (Documented(root, last) is not { } declaration) return GhostVerdict.Wrong;
        foreach (var attribute in added)
        {
            var (fits, at) = attribute switch
            {
                XmlNameAttributeSyntax name => (Parameters(declaration, TagOf(name)).Contains(name.Identifier.Identifier.ValueText) && !IsRepeated(name, attributes), name.Identifier.SpanStart),
                XmlCrefAttributeSyntax reference => (await RefersAsync(reference.Cref, declaration.SpanStart, cancellationToken), reference.Cref.SpanStart),
                _ => (true, 0),
            };
            if (!fits) return new GhostVerdict(false, Math.Max(at, inserted.Start) - inserted.Start);
        }

        return GhostVerdict.Right;
    }

    private static async Task<SyntaxNode> ParseAsync(string comment, CancellationToken cancellationToken) =>
        await CSharpSyntaxTree.ParseText(comment + "\nclass C { }", Strict, cancellationToken: cancellationToken).GetRootAsync(cancellationToken);

    // The compiler warns of them.
    private static int Faults(SyntaxNode root) => root.GetDiagnostics().Count();

    // Lines of a text in quotes, or of a region that is left out, may begin with "///" too.
    private bool IsComment(SyntaxNode root, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var mark = line.Start + line.ToString().IndexOf('/', StringComparison.Ordinal);
        return root.FindTrivia(mark, findInsideTrivia: false).Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.SingleLineCommentTrivia
            || root.FindTrivia(mark + 3, findInsideTrivia: false).Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia;
    }

    // The lines of the comment that a line belongs to.
    private (int First, int Last) Comment(int line)
    {
        var (first, last) = (line, line);
        while (first > 0 && DocumentationText.ContentStart(text.Lines[first - 1].ToString()) >= 0) first--;
        while (last + 1 < text.Lines.Count && DocumentationText.ContentStart(text.Lines[last + 1].ToString()) >= 0) last++;
        return (first, last);
    }

    private MemberDeclarationSyntax? Documented(SyntaxNode root, int lastLine)
    {
        if (lastLine + 1 >= text.Lines.Count) return null;
        var token = root.FindToken(text.Lines[lastLine + 1].Start);
        return token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
    }

    private static string TagOf(XmlNameAttributeSyntax attribute) => attribute.Parent switch
    {
        XmlElementStartTagSyntax start => start.Name.LocalName.ValueText,
        XmlEmptyElementSyntax empty => empty.Name.LocalName.ValueText,
        _ => "",
    };

    private static bool IsRepeated(XmlNameAttributeSyntax name, List<XmlAttributeSyntax> all) =>
        TagOf(name) is "param" or "typeparam" && all.OfType<XmlNameAttributeSyntax>().Any(other => other != name && TagOf(other) == TagOf(name) && other.Identifier.Identifier.ValueText == name.Identifier.Identifier.ValueText);

    private static ImmutableHashSet<string> Parameters(MemberDeclarationSyntax declaration, string tag)
    {
        BaseParameterListSyntax? parameters = declaration switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            DelegateDeclarationSyntax type => type.ParameterList,
            TypeDeclarationSyntax type => type.ParameterList,
            IndexerDeclarationSyntax indexer => indexer.ParameterList,
            _ => null,
        };
        var types = declaration switch
        {
            MethodDeclarationSyntax method => method.TypeParameterList,
            DelegateDeclarationSyntax type => type.TypeParameterList,
            TypeDeclarationSyntax type => type.TypeParameterList,
            _ => null,
        };
        return tag.StartsWith("type", StringComparison.Ordinal)
            ? [.. types?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []]
            : [.. parameters?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []];
    }

    private async Task<bool> RefersAsync(CrefSyntax reference, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken) is not { } model) return false;
        return reference switch
        {
            NameMemberCrefSyntax { Name: SimpleNameSyntax name } => !model.LookupSymbols(position, name: name.Identifier.ValueText).IsEmpty,
            NameMemberCrefSyntax { Name: QualifiedNameSyntax name } => Has(model, position, name.Left, name.Right),
            QualifiedCrefSyntax { Member: NameMemberCrefSyntax { Name: SimpleNameSyntax name } } qualified => Has(model, position, qualified.Container, name),
            TypeCrefSyntax { Type: PredefinedTypeSyntax } => true,
            TypeCrefSyntax type => Bind(model, position, type.Type) is not null,
            _ => false,
        };
    }

    private static bool Has(SemanticModel model, int position, TypeSyntax container, SimpleNameSyntax name) =>
        Bind(model, position, container) is INamespaceOrTypeSymbol found && !model.LookupSymbols(position, found, name.Identifier.ValueText).IsEmpty;

    // "{T}" stands for "<T>" there.
    private static ISymbol? Bind(SemanticModel model, int position, TypeSyntax type) =>
        type is GenericNameSyntax generic
            ? model.LookupNamespacesAndTypes(position, name: generic.Identifier.ValueText).FirstOrDefault()
            : model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(type.ToString()), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
}
