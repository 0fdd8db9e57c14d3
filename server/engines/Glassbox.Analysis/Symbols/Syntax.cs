using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Symbols;

/// <summary>Small questions about syntax that several rules and fixes ask.</summary>
internal static class Syntax
{
    /// <summary>The last name of an expression or type: <c>c</c> in <c>a.b.c</c>, <c>c()</c>'s <c>c</c>; null if it has none.</summary>
    public static string? LastName(SyntaxNode? node) => node switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        InvocationExpressionSyntax call => LastName(call.Expression),
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        _ => null,
    };

    /// <summary>The variable that a creation is assigned to, as written, or null.</summary>
    public static string? VariableOf(SyntaxNode? creation) => creation?.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
        AssignmentExpressionSyntax assignment when assignment.Right == creation => assignment.Left.ToString(),
        _ => null,
    };

    /// <summary>The member, local function or lambda that holds a node; the whole document for top-level statements.</summary>
    public static SyntaxNode BodyOf(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor
            is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
        ?? node.SyntaxTree.GetRoot();

    /// <summary>The innermost function around a node: member, local function or lambda.</summary>
    public static SyntaxNode FunctionOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor
            is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
        ?? node.SyntaxTree.GetRoot();

    /// <summary>An expression without the parentheses, casts and <c>!</c> around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    continue;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    continue;
                case PostfixUnaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.SuppressNullableWarningExpression } forgiving:
                    expression = forgiving.Operand;
                    continue;
                default:
                    return expression;
            }
        }
    }
}
