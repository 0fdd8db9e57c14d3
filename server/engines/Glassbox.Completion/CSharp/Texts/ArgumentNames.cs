using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Names of the program that are written as strings: of parameters, properties and members.</summary>
internal static class ArgumentNames
{
    /// <summary>True where a string is one.</summary>
    public static bool Fit(ISymbol target) => target.Name is "paramName" or "parameterName" or "argumentName" or "propertyName" or "memberName";

    public static TextPopup? Of(StringPlace place, string name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!SyntaxFacts.IsValidIdentifier("_" + place.Written)) return null;
        var symbols = name is "propertyName" or "memberName" ? Members(place, name, model, cancellationToken) : Parameters(place, model, cancellationToken);
        return TextPopup.Of(place.Start, symbols.DistinctBy(symbol => symbol.Name).Select(symbol => new PopupEntry(symbol.Name, SymbolKinds.Of(symbol), 0) { Symbols = [symbol] }));
    }

    private static IEnumerable<ISymbol> Members(StringPlace place, string name, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetEnclosingSymbol(place.Start, cancellationToken)?.ContainingType?.GetMembers()
            .Where(member => member.CanBeReferencedByName && (name is "propertyName" ? member is IPropertySymbol : member is not ITypeSymbol and not IMethodSymbol { MethodKind: not MethodKind.Ordinary })) ?? [];

    // Those of the nearest function first, then of those around it, and of the primary constructor.
    private static IEnumerable<ISymbol> Parameters(StringPlace place, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var symbol = model.GetEnclosingSymbol(place.Start, cancellationToken); symbol is not null; symbol = symbol.ContainingSymbol)
        {
            switch (symbol)
            {
                case IMethodSymbol method:
                    foreach (var parameter in method.Parameters) yield return parameter;
                    break;
                case IPropertySymbol property:
                    foreach (var parameter in property.Parameters) yield return parameter;
                    break;
                case INamedTypeSymbol type:
                    var primary = type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences is [var one] && one.GetSyntax(cancellationToken) is TypeDeclarationSyntax);
                    foreach (var parameter in primary?.Parameters ?? []) yield return parameter;
                    yield break;
            }
        }
    }
}
