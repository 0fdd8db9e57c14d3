using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Where a variable is mentioned, and what is done to it there.</summary>
internal static class VariableUse
{
    /// <summary>Every mention of a variable in a node, in the order of the text.</summary>
    public static IEnumerable<IdentifierNameSyntax> MentionsOf(ISymbol variable, SyntaxNode scope, DocumentContext context) =>
        scope.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => Means(name, variable, context));

    /// <summary>True where a name is this variable's.</summary>
    public static bool Means(SyntaxNode node, ISymbol variable, DocumentContext context) =>
        node is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Name
        && SymbolEqualityComparer.Default.Equals(context.SymbolOf(name), variable);

    /// <summary>True where a variable is given another value somewhere in a node.</summary>
    public static bool IsWrittenIn(SyntaxNode scope, ISymbol variable, DocumentContext context) =>
        MentionsOf(variable, scope, context).Any(IsWrite);

    /// <summary>True where a mention gives the variable another value, or lets somebody else do so.</summary>
    public static bool IsWrite(IdentifierNameSyntax name)
    {
        var at = Whole(name);
        return at.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == at,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsTarget(tuple),
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>What a local holds where it is given a value once, else the expression itself; without parentheses and casts.</summary>
    public static ExpressionSyntax OriginOf(ExpressionSyntax expression, DocumentContext context)
    {
        var bare = Syntax.Bare(expression);
        if (bare is not IdentifierNameSyntax || context.SymbolOf(bare) is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local) return bare;
        if (reference.GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: var value } declarator) return bare;
        return IsWrittenIn(Syntax.BodyOf(declarator), local, context) ? bare : Syntax.Bare(value);
    }

    /// <summary>The mention with the parentheses and the <c>this.</c> around it.</summary>
    public static SyntaxNode Whole(IdentifierNameSyntax name)
    {
        SyntaxNode at = name;
        while (at.Parent is ParenthesizedExpressionSyntax || (at.Parent is MemberAccessExpressionSyntax access && access.Name == at)) at = at.Parent;
        return at;
    }

    private static bool IsTarget(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsTarget(outer),
        ForEachVariableStatementSyntax => true,
        _ => false,
    };
}
