using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>Symbols whose use brings no objection beyond whether they fit: nothing obsolete, no constraints, no references to variables.</summary>
internal sealed class SymbolCheck(SemanticModel model)
{
    private readonly Dictionary<ISymbol, bool> plain = new(SymbolEqualityComparer.Default);

    /// <summary>True where neither a symbol nor its type says that it should not be used.</summary>
    public bool IsPlain(ISymbol symbol)
    {
        var definition = symbol.OriginalDefinition;
        if (definition is ILocalSymbol or IParameterSymbol or INamespaceSymbol or ITypeParameterSymbol) return true;
        if (plain.TryGetValue(definition, out var known)) return known;
        var isPlain = !definition.GetAttributes().Any(IsObjection) && definition is not IEventSymbol && (definition.ContainingType is not { } type || IsPlain(type));
        return plain[definition] = isPlain;
    }

    /// <summary>True for a type of which values can be held anywhere.</summary>
    public bool IsOrdinary(ITypeSymbol type) => type switch
    {
        { IsRefLikeType: true } or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer } => false,
        IArrayTypeSymbol array => IsOrdinary(array.ElementType) && !array.ElementType.IsStatic,
        INamedTypeSymbol named => named.TypeArguments.All(argument => argument.TypeKind == TypeKind.TypeParameter || IsOrdinary(argument)) && !IsExpressionTree(named) && IsPlain(named),
        _ => true,
    };

    /// <summary>True where arguments that fit are all that a call asks for.</summary>
    public bool IsCallable(IMethodSymbol method)
    {
        if (method is { RefKind: not RefKind.None } or { IsVararg: true } or { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true }) return false;
        if (!AreSatisfied(method.TypeParameters, method.TypeArguments) || (method.ReducedFrom is { } whole && whole.TypeParameters.Length != method.TypeParameters.Length && whole.TypeParameters.Any(IsConstrained))) return false;
        if (!method.ReturnsVoid && !IsOrdinary(method.ReturnType)) return false;
        return method.TypeArguments.All(IsOrdinary) && method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.Out && IsOrdinary(parameter.Type));
    }

    /// <summary>True where the arguments of a type are such as it asks for.</summary>
    public bool IsSatisfied(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (!AreSatisfied(at.TypeParameters, at.TypeArguments)) return false;
        }

        return true;
    }

    /// <summary>True where whoever makes one has to set something.</summary>
    public static bool RequiresMembers(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
        {
            if (at.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })) return true;
        }

        return false;
    }

    private bool AreSatisfied(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (IsConstrained(parameters[i]) && !IsSatisfied(parameters[i], arguments[i])) return false;
        }

        return true;
    }

    private bool IsSatisfied(ITypeParameterSymbol parameter, ITypeSymbol argument)
    {
        if (argument is not INamedTypeSymbol type || argument.IsStatic) return false;
        if (parameter.HasUnmanagedTypeConstraint || (parameter.HasReferenceTypeConstraint && !type.IsReferenceType)) return false;
        if (parameter.HasValueTypeConstraint && (!type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)) return false;
        if (parameter.HasConstructorConstraint && (type.IsAbstract || !(type.IsValueType || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public)) || RequiresMembers(type))) return false;
        return parameter.ConstraintTypes.All(constraint => constraint is INamedTypeSymbol { IsGenericType: false } && model.Compilation.ClassifyCommonConversion(type, constraint) is { Exists: true, IsImplicit: true, IsReference: true } or { IsIdentity: true });
    }

    private static bool IsConstrained(ITypeParameterSymbol parameter) =>
        parameter.HasConstructorConstraint || parameter.HasReferenceTypeConstraint || parameter.HasUnmanagedTypeConstraint || parameter.HasValueTypeConstraint || !parameter.ConstraintTypes.IsEmpty;

    private static bool IsObjection(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute" or "RequiresPreviewFeaturesAttribute" or "CompilerFeatureRequiredAttribute" or "UnmanagedCallersOnlyAttribute";

    // Not every expression can be one.
    private bool IsExpressionTree(INamedTypeSymbol type) => type.IsGenericType && type.OriginalDefinition.Equals(model.Compilation.GetTypeByMetadataName("System.Linq.Expressions.Expression`1"), SymbolEqualityComparer.Default);
}
