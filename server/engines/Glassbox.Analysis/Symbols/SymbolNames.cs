using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Symbols;

/// <summary>Compares symbols with names written in tables, without making strings.</summary>
internal static class SymbolNames
{
    /// <summary>True when a type has this full name, type arguments aside.</summary>
    public static bool HasName(this ITypeSymbol type, string fullName)
    {
        var dot = fullName.LastIndexOf('.');
        if (!fullName.AsSpan(dot + 1).SequenceEqual(type.Name)) return false;
        if (type.ContainingType is not null) return false;
        return InNamespace(type.ContainingNamespace, dot < 0 ? [] : fullName.AsSpan(0, dot));
    }

    /// <summary>True when a type, one of its bases or one of its interfaces has this full name.</summary>
    public static bool IsOrInherits(this ITypeSymbol? type, string fullName)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.HasName(fullName)) return true;
        }

        if (type is null) return false;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.HasName(fullName)) return true;
        }

        return false;
    }

    /// <summary>True when a symbol's namespace is this one or lies below it.</summary>
    public static bool IsInOrBelow(this INamespaceSymbol? space, string name)
    {
        for (var at = space; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (InNamespace(at, name)) return true;
        }

        return false;
    }

    /// <summary>True for types whose values cannot carry an attacker's text.</summary>
    public static bool IsHarmless(this ITypeSymbol? type)
    {
        if (type is null || type.TypeKind == TypeKind.Error) return false;
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return ((INamedTypeSymbol)type).TypeArguments[0].IsHarmless();
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate) return true;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
            case SpecialType.System_SByte:
            case SpecialType.System_Byte:
            case SpecialType.System_Int16:
            case SpecialType.System_UInt16:
            case SpecialType.System_Int32:
            case SpecialType.System_UInt32:
            case SpecialType.System_Int64:
            case SpecialType.System_UInt64:
            case SpecialType.System_Decimal:
            case SpecialType.System_Single:
            case SpecialType.System_Double:
            case SpecialType.System_DateTime:
            case SpecialType.System_IntPtr:
            case SpecialType.System_UIntPtr:
            case SpecialType.System_Void:
                return true;
        }

        return type.Name is "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Version" or "Int128"
            or "UInt128" or "Half" or "BigInteger" or "CancellationToken" or "IPAddress" && InSystem(type);
    }

    private static bool InSystem(ITypeSymbol type) => type.ContainingNamespace.IsInOrBelow("System");

    private static bool InNamespace(INamespaceSymbol? space, ReadOnlySpan<char> name)
    {
        while (space is { IsGlobalNamespace: false })
        {
            var dot = name.LastIndexOf('.');
            if (!name[(dot + 1)..].SequenceEqual(space.Name)) return false;
            name = dot < 0 ? [] : name[..dot];
            space = space.ContainingNamespace;
        }

        return name.IsEmpty;
    }
}
