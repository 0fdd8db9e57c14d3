using Glassbox.Analysis.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>What values of a type can do at all: a number carries no text.</summary>
internal static class TypeHarms
{
    public static Harms Of(ITypeSymbol? type)
    {
        if (type is null || type.TypeKind == TypeKind.Error) return Harms.All;
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return Of(((INamedTypeSymbol)type).TypeArguments[0]);
        switch (type.SpecialType)
        {
            case SpecialType.System_SByte:
            case SpecialType.System_Byte:
            case SpecialType.System_Int16:
            case SpecialType.System_UInt16:
            case SpecialType.System_Int32:
            case SpecialType.System_UInt32:
            case SpecialType.System_Int64:
            case SpecialType.System_UInt64:
                return Harms.Numeric;
            case SpecialType.System_Single:
            case SpecialType.System_Double:
            case SpecialType.System_Decimal:
                return Harms.Divisor;
        }

        return type.IsHarmless() ? Harms.None : Harms.All;
    }

    public static bool IsNumber(ITypeSymbol? type) => type is not null && Of(type) is Harms.Numeric or Harms.Divisor;
}
