using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>What a string literal is for: the parameters, property or variable that it is given to.</summary>
/// <param name="Targets">One an overload; empty where it is for nothing that is known.</param>
/// <param name="Syntax">What <c>[StringSyntax]</c> says of one of them, or null.</param>
/// <param name="Arguments">The list that it is an argument of, or null.</param>
internal sealed record StringUse(ImmutableArray<ISymbol> Targets, string? Syntax, BaseArgumentListSyntax? Arguments)
{
    public static StringUse Of(SyntaxNode literal, SemanticModel model, CancellationToken cancellationToken)
    {
        var node = literal;
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax) node = node.Parent;
        switch (node.Parent)
        {
            case ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument:
                return Of(Parameters(Callables.Of(list, model, cancellationToken), list.Arguments.IndexOf(argument), argument.NameColon), list);
            case AttributeArgumentSyntax { NameEquals: { } named }:
                return Of([model.GetSymbolInfo(named.Name, cancellationToken).Symbol], null);
            case AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax list } argument:
                return Of(Parameters(Callables.Of(list, model, cancellationToken), list.Arguments.IndexOf(argument), argument.NameColon), null);
            case AssignmentExpressionSyntax assignment when assignment.Right == node:
                return Of([model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol], null);
            case EqualsValueClauseSyntax { Parent: (VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax) and var owner }:
                return Of([model.GetDeclaredSymbol(owner, cancellationToken)], null);
            default:
                return new StringUse([], null, null);
        }
    }

    private static IEnumerable<ISymbol?> Parameters(IEnumerable<ISymbol> callables, int index, NameColonSyntax? name) => callables
        .Select(callable => Callables.ParameterAt(callable, index, name?.Name.Identifier.ValueText))
        .Where(parameter => parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object
            || parameter?.Type is INamedTypeSymbol { Name: "ReadOnlySpan" } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String });

    private static StringUse Of(IEnumerable<ISymbol?> targets, BaseArgumentListSyntax? arguments)
    {
        ImmutableArray<ISymbol> known = [.. targets.OfType<ISymbol>()];
        return new StringUse(known, known.Select(SyntaxOf).FirstOrDefault(syntax => syntax is not null), arguments);
    }

    private static string? SyntaxOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "StringSyntaxAttribute", ConstructorArguments: [{ Value: string syntax }, ..] }) return syntax;
        }

        return null;
    }
}
