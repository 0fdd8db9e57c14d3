using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Completion.CSharp;

/// <summary>The protocol's kinds of Roslyn's symbols.</summary>
internal static class SymbolKinds
{
    public static CandidateKind Of(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Of(alias.Target),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => CandidateKind.Function,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => CandidateKind.Constructor,
        IMethodSymbol => CandidateKind.Method,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => CandidateKind.EnumMember,
        IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true } or IPreprocessingSymbol => CandidateKind.Constant,
        IFieldSymbol => CandidateKind.Field,
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => CandidateKind.Variable,
        IPropertySymbol => CandidateKind.Property,
        IEventSymbol => CandidateKind.Event,
        INamespaceSymbol => CandidateKind.Module,
        ITypeParameterSymbol => CandidateKind.TypeParameter,
        ITypeSymbol type => Of(type.TypeKind),
        _ => CandidateKind.Text,
    };

    public static CandidateKind Of(TypeKind kind) => kind switch
    {
        TypeKind.Interface => CandidateKind.Interface,
        TypeKind.Enum => CandidateKind.Enum,
        TypeKind.Struct => CandidateKind.Struct,
        TypeKind.Delegate => CandidateKind.Delegate,
        _ => CandidateKind.Class,
    };

    public static bool IsType(CandidateKind kind) =>
        kind is CandidateKind.Class or CandidateKind.Interface or CandidateKind.Enum or CandidateKind.Struct or CandidateKind.Delegate;

    /// <summary>Marked as not to be offered; only asked of metadata, where it is used.</summary>
    public static bool IsHidden(ISymbol symbol)
    {
        if (!symbol.DeclaringSyntaxReferences.IsEmpty) return false;
        foreach (var attribute in symbol.OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
                && attribute.ConstructorArguments is [{ Value: 1 }])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a type as code mostly writes it: its keyword where it has one.</summary>
    public static string WrittenNameOf(ISymbol type) =>
        type is ITypeSymbol { SpecialType: not SpecialType.None } special && special.ToDisplayString() is var written && SyntaxFacts.GetKeywordKind(written) != SyntaxKind.None ? written : type.Name;
}
