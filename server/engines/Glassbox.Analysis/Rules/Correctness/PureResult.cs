using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Methods that change nothing: to call one and drop its result is to do nothing.</summary>
internal static class PureResult
{
    private static readonly string[] Moments = ["System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan"];

    /// <summary>Why the result matters, or null for methods that may do something.</summary>
    public static string? Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.SpecialType == SpecialType.System_String)
        {
            // Formatting may be tried to see whether it fails.
            return method.Name is "Intern" or "Format" or "GetEnumerator" or "CopyTo" or "TryCopyTo" ? null : "a string never changes";
        }

        if (IsDeferred(method)) return "a query does nothing until it is read";
        if (type.ContainingNamespace.IsInOrBelow("System.Collections.Immutable")) return GivesItsOwnKind(method) ? "an immutable collection never changes" : null;
        if (type.HasName("System.Math") || type.HasName("System.MathF")) return "the method does nothing else";
        if (!method.IsStatic && Moments.Any(type.HasName)) return $"a {type.Name} never changes";
        if (type.HasName("System.IO.Path")) return method.Name is "Combine" or "ChangeExtension" or "Join" ? "the method does nothing else" : null;
        return type.HasName("System.Text.RegularExpressions.Regex") && method.Name is "Replace" or "Escape" ? "a string never changes" : null;
    }

    private static bool IsDeferred(IMethodSymbol method) =>
        (method.ContainingType.HasName("System.Linq.Enumerable") || method.ContainingType.HasName("System.Linq.Queryable"))
        && method.ReturnType.Name is "IEnumerable" or "IOrderedEnumerable" or "IQueryable" or "IOrderedQueryable";

    // Builders are nested types and do change.
    private static bool GivesItsOwnKind(IMethodSymbol method) =>
        method.ContainingType is { IsStatic: false, ContainingType: null } type
        && (SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, type.OriginalDefinition) || method.ReturnType.Name.StartsWith("IImmutable", StringComparison.Ordinal));
}
