using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary><c>IFoo.</c> among the members of a type: the interface's members, implemented explicitly.</summary>
internal static class ExplicitStubs
{
    /// <summary>Whether the place can be one, by the text alone.</summary>
    public static bool Fit(CSharpSite site) => site.Left.IsKind(SyntaxKind.DotToken) && NameBefore(site) is not null
        && site.Left.Parent?.AncestorsAndSelf().FirstOrDefault(node => node
            is BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or AttributeListSyntax or BaseParameterListSyntax or BaseListSyntax or AccessorListSyntax
            or TypeArgumentListSyntax or TypeParameterConstraintClauseSyntax or StatementSyntax or TypeDeclarationSyntax) is TypeDeclarationSyntax and not InterfaceDeclarationSyntax;

    public static IEnumerable<PopupEntry> At(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (NameBefore(site) is not { } name || InterfaceStubs.TypeAround(site) is not { } declaration) yield break;
        var alone = SyntaxFactory.ParseTypeName(name.ToString());
        if (model.GetSpeculativeSymbolInfo(declaration.OpenBraceToken.Span.End, alone, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol
            is not INamedTypeSymbol { TypeKind: TypeKind.Interface } contract || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
        {
            yield break;
        }

        var before = name.GetFirstToken().GetPreviousToken();
        var hasType = before.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken or SyntaxKind.CloseBracketToken or SyntaxKind.AsyncKeyword);
        var done = type.GetMembers().SelectMany(Implemented).ToHashSet(SymbolEqualityComparer.Default);
        foreach (var member in contract.GetMembers())
        {
            if (!InterfaceStubs.IsAsked(member) || member is IEventSymbol || done.Contains(member)) continue;
            yield return new PopupEntry(MemberText.LabelOf(member), SymbolKinds.Of(member), Proximity.ExpectedMember)
            {
                Symbols = [member],
                Name = member.Name,
                Filter = MemberText.FilterOf(member),
                Insert = MemberText.WriteWithoutType(member, site.WordStart, model),
                Also = hasType ? null : new TextChange(new TextSpan(name.SpanStart, 0), MemberText.TypeOf(member, site.WordStart, model) + " "),
            };
        }
    }

    // However the parser reads it: as an explicit member, or as a field's type that goes on.
    private static NameSyntax? NameBefore(CSharpSite site) =>
        site.Left.GetPreviousToken().Parent?.AncestorsAndSelf().TakeWhile(node => node is NameSyntax or TypeArgumentListSyntax)
            .OfType<NameSyntax>().LastOrDefault(name => name.Span.End <= site.Left.SpanStart);

    private static IEnumerable<ISymbol> Implemented(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        _ => [],
    };
}
