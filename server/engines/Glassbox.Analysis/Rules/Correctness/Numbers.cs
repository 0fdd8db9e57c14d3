using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Which types are numbers of which sort, and what constants are worth.</summary>
internal static class Numbers
{
    private const long FirstInexact = 1L << 53;

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    public static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or
        SpecialType.System_UIntPtr or SpecialType.System_Char;

    public static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    public static bool IsFraction(ITypeSymbol? type) => IsFloating(type) || type?.SpecialType is SpecialType.System_Decimal;

    /// <summary>A constant as a number, where it is one that a double holds exactly.</summary>
    public static double? Of(object? constant) => constant switch
    {
        sbyte value => (double?)value,
        byte value => (double?)value,
        short value => (double?)value,
        ushort value => (double?)value,
        int value => (double?)value,
        uint value => (double?)value,
        long value when value is > -FirstInexact and < FirstInexact => (double?)value,
        ulong value when value < FirstInexact => (double?)value,
        float value => (double?)value,
        double value => (double?)value,
        decimal value => (double?)value,
        char value => (double?)value,
        _ => null,
    };
}
