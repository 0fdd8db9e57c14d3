using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Methods that do something, but say only in their result how much of it, or whether at all.</summary>
internal static class NeededResult
{
    /// <summary>Why the result matters, or null where it may be dropped.</summary>
    public static string? Of(IMethodSymbol method, InvocationExpressionSyntax call, DocumentContext context)
    {
        var count = call.ArgumentList.Arguments.Count;
        switch (method.Name)
        {
            case "Read" or "ReadAsync" when count > 0:
                return IsPartialRead(method, call, context) ? "fewer bytes than asked for may have been read" : null;
            case "TryEnter" or "TryEnterReadLock" or "TryEnterWriteLock" or "TryEnterUpgradeableReadLock":
                return IsThreading(method) ? "it says whether the lock was taken" : null;
            case "Wait" or "WaitAsync" when method.ContainingType.HasName("System.Threading.SemaphoreSlim"):
                return SaysWhether(method) ? "it says whether the semaphore was entered" : null;
            case "WaitOne" when count > 0 && call.Expression is MemberAccessExpressionSyntax access:
                return context.TypeOf(access.Expression) is { } type && (type.HasName("System.Threading.Mutex") || type.HasName("System.Threading.Semaphore"))
                    ? "it says whether the lock was taken"
                    : null;
            default:
                return null;
        }
    }

    private static bool IsThreading(IMethodSymbol method) => method.ContainingNamespace.IsInOrBelow("System.Threading") && SaysWhether(method);

    private static bool SaysWhether(IMethodSymbol method) => ResultOf(method).SpecialType == SpecialType.System_Boolean;

    private static bool IsPartialRead(IMethodSymbol method, InvocationExpressionSyntax call, DocumentContext context)
    {
        if (ResultOf(method).SpecialType != SpecialType.System_Int32 || call.Expression is not MemberAccessExpressionSyntax access) return false;
        var given = VariableUse.OriginOf(access.Expression, context);
        // What lies in memory is there at once; where the variable is a plain Stream, what it was given tells.
        foreach (var type in (ITypeSymbol?[])[context.TypeOf(access.Expression), context.TypeOf(given)])
        {
            if (type.IsOrInherits("System.IO.MemoryStream") || type.IsOrInherits("System.IO.UnmanagedMemoryStream") || type.IsOrInherits("System.IO.StringReader")) return false;
        }

        return method.ContainingType.IsOrInherits("System.IO.Stream") || method.ContainingType.IsOrInherits("System.IO.TextReader") || method.ContainingType.IsOrInherits("System.IO.BinaryReader");
    }

    private static ITypeSymbol ResultOf(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : method.ReturnType;
}
