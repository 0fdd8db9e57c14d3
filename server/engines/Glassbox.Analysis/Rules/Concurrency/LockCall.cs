using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>A call that takes a lock or gives it back.</summary>
/// <param name="Call">The call.</param>
/// <param name="Lock">The lock as written, without <c>this.</c>, and the mode in which it is taken.</param>
/// <param name="Owner">The expression that is locked.</param>
/// <param name="Takes">True where it is taken.</param>
/// <param name="IsSemaphore">True where others than the taker may give it back.</param>
internal sealed record LockCall(InvocationExpressionSyntax Call, string Lock, ExpressionSyntax Owner, bool Takes, bool IsSemaphore)
{
    /// <summary>The call in a statement, awaited or not.</summary>
    public static InvocationExpressionSyntax? In(StatementSyntax? statement)
    {
        if (statement is not ExpressionStatementSyntax { Expression: var expression }) return null;
        if (expression is AwaitExpressionSyntax awaited) expression = awaited.Expression;
        if (expression is not InvocationExpressionSyntax call) return null;
        return call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax inner } ? inner : call;
    }

    /// <summary>By its name alone: a call that may take or give back a lock.</summary>
    public static bool IsNamedSo(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access && Reads(access.Name.Identifier.ValueText) is not null;

    /// <summary>Reads a call; null where it is another one.</summary>
    public static LockCall? From(InvocationExpressionSyntax? call, DocumentContext context)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax access } || Reads(access.Name.Identifier.ValueText) is not { } read) return null;
        if (context.SymbolOf(call) is not IMethodSymbol { ContainingType: { } type } || !type.ContainingNamespace.IsInOrBelow("System.Threading")) return null;
        var owner = context.TypeOf(access.Expression)?.Name;
        if (type.Name == "Monitor")
            return call.ArgumentList.Arguments is [{ Expression: var locked }, ..] && read.Mode.Length == 0 ? Make(call, locked) : null;
        return (owner, read.Mode) switch
        {
            ("ReaderWriterLockSlim", not ("" or "Count")) or ("SpinLock" or "Lock", "") or ("SemaphoreSlim" or "Semaphore", "Count") => Make(call, access.Expression),
            ("Mutex", "Count") when access.Name.Identifier.ValueText != "Release" => Make(call, access.Expression),
            _ => null,
        };

        LockCall Make(InvocationExpressionSyntax made, ExpressionSyntax target)
        {
            var text = target.ToString();
            var name = text.StartsWith("this.", StringComparison.Ordinal) ? text["this.".Length..] : text;
            return new LockCall(made, $"{name} {read.Mode}".TrimEnd(), target, read.Takes, owner is "SemaphoreSlim" or "Semaphore");
        }
    }

    // What is taken, and in which mode: "" for simple locks, "Count" for what is waited for.
    private static (bool Takes, string Mode)? Reads(string name) => name switch
    {
        "Enter" => (true, ""),
        "Exit" => (false, ""),
        "Wait" or "WaitAsync" or "WaitOne" => (true, "Count"),
        "Release" or "ReleaseMutex" => (false, "Count"),
        "EnterReadLock" => (true, "for reading"),
        "ExitReadLock" => (false, "for reading"),
        "EnterWriteLock" => (true, "for writing"),
        "ExitWriteLock" => (false, "for writing"),
        "EnterUpgradeableReadLock" => (true, "for upgrading"),
        "ExitUpgradeableReadLock" => (false, "for upgrading"),
        _ => null,
    };
}
