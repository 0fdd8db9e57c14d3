using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Rules;

/// <summary>An expression that gives null when it finds nothing.</summary>
/// <param name="Span">The expression.</param>
/// <param name="Shown">What messages call it.</param>
/// <param name="Confidence">How sure it is that null is possible there.</param>
internal sealed record MaybeNull(TextSpan Span, string Shown, Confidence Confidence)
{
    private static readonly HashSet<string> Searches =
    [
        "FirstOrDefault", "LastOrDefault", "SingleOrDefault", "ElementAtOrDefault", "Find", "FindLast", "GetValueOrDefault",
        "FirstOrDefaultAsync", "SingleOrDefaultAsync", "LastOrDefaultAsync", "FindAsync",
    ];

    /// <summary>True for the names of methods that give null when they find nothing.</summary>
    public static bool IsSearch(string name) => Searches.Contains(name);

    /// <summary>Reads an expression; null where it is not one of these, or the code has already looked.</summary>
    public static MaybeNull? From(IOperation operation, DocumentContext context)
    {
        switch (operation)
        {
            case IConversionOperation { IsTryCast: true } cast:
                if (cast.Type is not { IsReferenceType: true } || cast.Conversion.IsIdentity || IsTestedBefore(cast)) return null;
                // An upcast cannot fail.
                if (cast.Operand.Type is { } from && context.Model.Compilation.ClassifyCommonConversion(from, cast.Type) is { IsImplicit: true, IsReference: true }) return null;
                return new MaybeNull(cast.Syntax.Span, $"'as {cast.Type.Name}'", Confidence.High);
            case IConversionOperation { IsTryCast: false, OperatorMethod: null } conversion:
                return From(conversion.Operand, context);
            case IAwaitOperation awaited:
                return From(awaited.Operation, context);
            case IInvocationOperation call when IsSearch(call.TargetMethod.Name):
                return Search(call);
            default:
                return null;
        }
    }

    private static MaybeNull? Search(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.IsExtensionMethod && method.Parameters.Length > 0 && method.ReducedFrom is null && method.Parameters[^1].Name == "defaultValue") return null;
        if (!IsOfKnownLibrary(method)) return null;
        var found = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : method.ReturnType;
        if (!found.IsReferenceType) return null;
        // A search without a condition only fails on an empty collection; whoever asked for its size has looked.
        var collection = CollectionOf(call);
        if (collection is not null && HasLooked(call.Syntax, collection)) return null;
        return new MaybeNull(call.Syntax.Span, $"'{method.Name}'", Confidence.High);
    }

    private static bool IsOfKnownLibrary(IMethodSymbol method) =>
        method.ContainingNamespace.IsInOrBelow("System.Linq") || method.ContainingNamespace.IsInOrBelow("System.Collections")
        || (method.ContainingType.Name == "Array" && method.ContainingNamespace.IsInOrBelow("System"))
        || method.ContainingNamespace.IsInOrBelow("Microsoft.EntityFrameworkCore") || method.ContainingNamespace.IsInOrBelow("System.Data.Entity");

    private static string? CollectionOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Expression.ToString() : null;

    private static bool HasLooked(SyntaxNode search, string collection) =>
        Syntax.FunctionOf(search).DescendantNodes().TakeWhile(node => node.SpanStart <= search.SpanStart).Any(node => node switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" or "Count" or "Length" or "ContainsKey" or "Contains" or "Exists" or "IsEmpty" } access =>
                access.Expression.ToString() == collection,
            _ => false,
        });

    // if (x is Circle) { var c = x as Circle; … }
    private static bool IsTestedBefore(IConversionOperation cast)
    {
        if (cast.Syntax is not BinaryExpressionSyntax { Left: var tested, Right: var type }) return false;
        return Syntax.FunctionOf(cast.Syntax).DescendantNodes().TakeWhile(node => node.SpanStart < cast.Syntax.SpanStart).Any(node => node switch
        {
            BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.IsExpression } test => test.Left.ToString() == tested.ToString() && test.Right.ToString() == type.ToString(),
            IsPatternExpressionSyntax test => test.Expression.ToString() == tested.ToString() && test.Pattern.ToString().Contains(type.ToString(), StringComparison.Ordinal),
            _ => false,
        });
    }
}
