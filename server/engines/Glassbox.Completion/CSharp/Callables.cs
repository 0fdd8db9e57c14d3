using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>What an argument list may be calling, half-typed calls included.</summary>
internal static class Callables
{
    /// <summary>The methods, constructors and indexers that the list may belong to.</summary>
    public static IEnumerable<ISymbol> Of(SyntaxNode argumentList, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (argumentList.Parent)
        {
            case InvocationExpressionSyntax invocation:
                var group = model.GetMemberGroup(invocation.Expression, cancellationToken);
                if (!group.IsEmpty) return group;
                return model.GetTypeInfo(invocation.Expression, cancellationToken).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
                    ? [invoke]
                    : AllOf(model.GetSymbolInfo(invocation.Expression, cancellationToken));
            case BaseObjectCreationExpressionSyntax creation:
                return ConstructorsOf(model.GetTypeInfo(creation, cancellationToken).Type, creation.SpanStart, model);
            case PrimaryConstructorBaseTypeSyntax baseType:
                return ConstructorsOf(model.GetTypeInfo(baseType.Type, cancellationToken).Type, baseType.SpanStart, model);
            case AttributeSyntax attribute:
                return ConstructorsOf(model.GetTypeInfo(attribute, cancellationToken).Type, attribute.SpanStart, model);
            case ConstructorInitializerSyntax initializer:
                var type = model.GetEnclosingSymbol(initializer.SpanStart, cancellationToken)?.ContainingType;
                return ConstructorsOf(initializer.IsKind(SyntaxKind.BaseConstructorInitializer) ? type?.BaseType : type, initializer.SpanStart, model);
            case ElementAccessExpressionSyntax access:
                return model.GetTypeInfo(access.Expression, cancellationToken).Type?.GetMembers().Where(member => member is IPropertySymbol { IsIndexer: true }) ?? [];
            default:
                return [];
        }
    }

    public static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol callable) => callable switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>The parameter that an argument is for, by its name or its place.</summary>
    public static IParameterSymbol? ParameterAt(ISymbol callable, int index, string? name)
    {
        var parameters = ParametersOf(callable);
        return name is not null ? parameters.FirstOrDefault(candidate => candidate.Name == name)
            : index < parameters.Length ? parameters[index]
            : parameters is [.., { IsParams: true } last] ? last
            : null;
    }

    private static IEnumerable<ISymbol> AllOf(SymbolInfo info) => info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;

    private static IEnumerable<ISymbol> ConstructorsOf(ITypeSymbol? type, int position, SemanticModel model) =>
        type is INamedTypeSymbol named ? named.InstanceConstructors.Where(constructor => model.IsAccessible(position, constructor)) : [];
}
