using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>Whether a use of a variable disposes what it holds, or hands it to someone who may.</summary>
internal static class DisposableUse
{
    private static readonly string[] UsingVerbs = ["Write", "Read", "Copy", "Save", "Load", "Print", "Append", "Serialize", "Deserialize", "Dump", "Parse", "Execute", "Fill", "Export", "Render"];

    /// <summary>True when, after this use, the method is no longer the one that must dispose.</summary>
    public static bool EndsOwnership(IdentifierNameSyntax use, SyntaxNode scope, DocumentContext context)
    {
        // A lambda or local function may keep it for longer than the method runs.
        if (Syntax.FunctionOf(use) != scope) return true;
        SyntaxNode at = use;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalExpressionSyntax
            || at.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression })
        {
            at = at.Parent;
        }

        switch (at.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == at:
                return IsDisposal(access.Name.Identifier.ValueText) || ReturnsItself(access, context);
            case ConditionalAccessExpressionSyntax conditional when conditional.Expression == at:
                return Syntax.LastName((conditional.WhenNotNull as InvocationExpressionSyntax)?.Expression) is { } name && IsDisposal(name);
            case ArgumentSyntax argument:
                return argument.RefKindKeyword.RawKind != 0 || MayTakeOver(argument, context);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case IsPatternExpressionSyntax:
            case ExpressionStatementSyntax:
                return false;
            case AssignmentExpressionSyntax assignment when assignment.Left == at:
                return false;
            default:
                // Returned, stored, aliased, put into a collection, used by a using statement, awaited, yielded …
                return true;
        }
    }

    private static bool IsDisposal(string name) =>
        name is "Dispose" or "DisposeAsync" or "Close" or "CloseAsync" or "ConfigureAwait" or "Forget" or "AddTo" or "DisposeWith";

    // var writer = new StreamWriter(…).Configure(): the fluent result may be what is disposed.
    private static bool ReturnsItself(MemberAccessExpressionSyntax access, DocumentContext context)
    {
        if (access.Parent is not InvocationExpressionSyntax call || call.Parent is ExpressionStatementSyntax) return false;
        var symbol = context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol as IMethodSymbol;
        var type = context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        return symbol is { IsExtensionMethod: true } && SymbolEqualityComparer.Default.Equals(symbol.ReturnType, type);
    }

    private static bool OnlyUses(string name) =>
        UsingVerbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length])));

    private static bool MayTakeOver(ArgumentSyntax argument, DocumentContext context)
    {
        var call = argument.Parent?.Parent;
        var symbol = call is null ? null : context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol as IMethodSymbol;
        if (symbol is null) return true;
        // What other methods of the user's do inside is not looked at; these names say that they only use it.
        if (symbol.Locations.Any(location => location.IsInSource)) return symbol.MethodKind == MethodKind.Constructor || !OnlyUses(symbol.Name);
        if (symbol.MethodKind == MethodKind.Constructor)
        {
            // A command does not own its connection, nor an adapter its command; a reader does own its stream.
            return !symbol.ContainingType.IsOrInherits("System.Data.IDbCommand") && !symbol.ContainingType.IsOrInherits("System.Data.IDataAdapter");
        }

        // Methods of the framework that only read or write what they are given.
        return !(symbol.ContainingNamespace.IsInOrBelow("System") && (symbol.IsStatic || symbol.Name is "CopyTo" or "CopyToAsync" or "Load" or "Save" or "ComputeHash" or "ComputeHashAsync" or "Deserialize" or "Serialize" or "Write" or "WriteLine"))
            || symbol.Name is "Create" or "Synchronized" or "SetOut" or "SetError" or "SetIn" or "Exchange" or "CompareExchange" or "FromResult";
    }
}
