using Glassbox.Analysis.Taint;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>Whether code runs under a lock, and in types that many threads use at once.</summary>
internal static class Guards
{
    private static readonly string[] Serving =
    [
        "Microsoft.AspNetCore.SignalR.Hub", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Microsoft.AspNetCore.Http.IMiddleware",
        "Microsoft.Extensions.Hosting.IHostedService", "System.Web.IHttpHandler", "System.Web.Services.WebService", "System.Web.UI.Page",
    ];

    /// <summary>True in a lock statement, and after a call that takes a lock of another kind.</summary>
    public static bool IsGuarded(SyntaxNode node)
    {
        if (node.Ancestors().TakeWhile(ancestor => ancestor is not BaseTypeDeclarationSyntax).Any(ancestor => ancestor is LockStatementSyntax)) return true;
        return Syntax.BodyOf(node).DescendantNodes().OfType<InvocationExpressionSyntax>().TakeWhile(call => call.SpanStart < node.SpanStart).Any(call =>
            Syntax.LastName(call) is { } name
            && (name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("TryEnter", StringComparison.Ordinal) || name.StartsWith("Lock", StringComparison.Ordinal)
                || name is "Wait" or "WaitAsync" or "WaitOne"));
    }

    /// <summary>True for controllers, hubs, services and their like, which serve many requests at once.</summary>
    public static bool IsServing(INamedTypeSymbol? type) => type is not null && (EntryPoints.IsController(type) || Array.Exists(Serving, type.IsOrInherits));

    /// <summary>True for a field of which every thread has its own.</summary>
    public static bool IsPerThread(IFieldSymbol field) => field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ThreadStaticAttribute" or "ThreadStatic");
}
