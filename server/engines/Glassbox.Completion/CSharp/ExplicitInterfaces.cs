using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>Where a member gets its name: the interfaces of its type, of which it may implement a member explicitly.</summary>
internal static class ExplicitInterfaces
{
    /// <summary>Whether the place can be one, by the text alone.</summary>
    public static bool Fit(CSharpSite site) =>
        site.Place is SitePlace.NewName && InterfaceStubs.TypeAround(site) is { BaseList: not null } and not InterfaceDeclarationSyntax && NamesMember(site);

    /// <summary>The interfaces, as they are written there.</summary>
    public static IEnumerable<PopupEntry> At(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (InterfaceStubs.TypeAround(site) is not { } declaration || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type) yield break;
        foreach (var contract in type.AllInterfaces)
        {
            var written = contract.ToMinimalDisplayString(model, site.WordStart);
            yield return new PopupEntry(written, SymbolKinds.Of(contract), Proximity.LibraryType) { Symbols = [contract], Name = contract.Name };
        }
    }

    private static bool NamesMember(CSharpSite site) => site.Marked.Parent switch
    {
        PropertyDeclarationSyntax or MethodDeclarationSyntax or EventDeclarationSyntax => true,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } => true,
        _ => false,
    };
}
