using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>What members, and functions inside them, give back.</summary>
/// <param name="at">Where it stands.</param>
/// <param name="expressions">Knows what is given back.</param>
internal sealed class ReturnCheck(PlainPlace at, ExpressionCheck expressions)
{
    // Functions that are checked whole, and whether they give something back.
    private readonly Dictionary<SyntaxNode, bool> entered = [];

    private enum Result
    {
        Nothing,
        Value,
        Unknown,
    }

    /// <summary>True for what has results of its own.</summary>
    public static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    /// <summary>Begins with a function that is checked whole; true where all of its ends are known.</summary>
    public bool Enter(LambdaExpressionSyntax function, BlockSyntax block)
    {
        if (at.SymbolOf(function) is not IMethodSymbol { RefKind: RefKind.None } method) return false;
        var result = method switch
        {
            { ReturnsVoid: true } => Result.Nothing,
            { IsAsync: false } => Result.Value,
            { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask" } task } => task.Arity == 1 ? Result.Value : Result.Nothing,
            _ => Result.Unknown,
        };
        if (result == Result.Unknown || (result == Result.Value && !Ends(block))) return false;
        entered[function] = result == Result.Value;
        return true;
    }

    /// <summary>True where it gives back what is asked for.</summary>
    public bool Holds(ReturnStatementSyntax result)
    {
        var around = result.Ancestors().TakeWhile(node => node != at.Member).FirstOrDefault(IsFunction);
        var wanted = around is null ? OfMember() : entered.TryGetValue(around, out var isValue) ? isValue ? Result.Value : Result.Nothing : Result.Unknown;
        return wanted switch
        {
            Result.Nothing => result.Expression is null,
            Result.Value => result.Expression is { } value && expressions.IsPlain(value) && expressions.IsConverted(value),
            _ => false,
        };
    }

    /// <summary>True where a member gives one more element, or no more.</summary>
    public bool Holds(YieldStatementSyntax element)
    {
        if (at.Member is not MethodDeclarationSyntax method || element.Ancestors().TakeWhile(node => node != method).Any(static node => IsFunction(node) || node is TryStatementSyntax or LockStatementSyntax or UnsafeStatementSyntax)) return false;
        if (method.ParameterList.Parameters.Any(static parameter => parameter.Modifiers.Any(static modifier => !modifier.IsKind(SyntaxKind.ThisKeyword) && !modifier.IsKind(SyntaxKind.ParamsKeyword)))) return false;
        if (at.Body.Node.DescendantNodes(static node => !IsFunction(node)).Any(static node => node is ReturnStatementSyntax)) return false;
        if ((at.Model.GetEnclosingSymbol(element.SpanStart, at.CancellationToken) as IMethodSymbol)?.ReturnType.OriginalDefinition.SpecialType is not (SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IEnumerator_T)) return false;
        return element.Expression is null || (expressions.IsPlain(element.Expression) && expressions.IsConverted(element.Expression));
    }

    /// <summary>True where an expression is what the member does, or gives back.</summary>
    public bool IsResult(ExpressionSyntax expression) => !(at.Member is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        && OfMember() switch
        {
            Result.Nothing => expressions.IsStatement(expression),
            Result.Value => expressions.IsPlain(expression) && expressions.IsConverted(expression),
            _ => false,
        };

    private Result OfMember()
    {
        switch (at.Member)
        {
            case MethodDeclarationSyntax method:
                if (method.ReturnType is RefTypeSyntax || method.ParameterList.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.OutKeyword))) return Result.Unknown;
                if (at.Body.Node.DescendantNodes(static node => !IsFunction(node)).Any(static node => node is YieldStatementSyntax)) return Result.Unknown;
                if (method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }) return Result.Nothing;
                if (!method.Modifiers.Any(SyntaxKind.AsyncKeyword)) return Result.Value;
                // What an asynchronous method returns is what its task holds.
                return method.ReturnType is SimpleNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } task ? task.Arity == 1 ? Result.Value : Result.Nothing : Result.Unknown;
            case PropertyDeclarationSyntax { Type: not RefTypeSyntax }:
                return Result.Value;
            case AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.GetAccessorDeclaration, Parent.Parent: BasePropertyDeclarationSyntax { Type: not RefTypeSyntax } }
                when !at.Body.Node.DescendantNodes(static node => !IsFunction(node)).Any(static node => node is YieldStatementSyntax):
                return Result.Value;
            case AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.SetAccessorDeclaration or (int)SyntaxKind.InitAccessorDeclaration }:
                return Result.Nothing;
            case ConstructorDeclarationSyntax when !at.IsInStruct:
                return Result.Nothing;
            default:
                return Result.Unknown;
        }
    }

    private static bool Ends(StatementSyntax? statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax block => Ends(block.Statements.LastOrDefault()),
        IfStatementSyntax { Else: { } other } choice => Ends(choice.Statement) && Ends(other.Statement),
        _ => false,
    };
}
