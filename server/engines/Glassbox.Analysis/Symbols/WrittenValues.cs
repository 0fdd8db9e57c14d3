using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Symbols;

/// <summary>What values are, as far as the document says: constants, variables set once, fields that nothing sets again.</summary>
internal static class WrittenValues
{
    private const int MostSteps = 6;

    /// <summary>The expression that a value comes from: the only one of its variable or field, without casts and parentheses.</summary>
    public static ExpressionSyntax OriginOf(this DocumentContext context, ExpressionSyntax expression)
    {
        var at = Syntax.Bare(expression);
        for (var step = 0; step < MostSteps; step++)
        {
            if (at is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)) return at;
            var symbol = context.Model.GetSymbolInfo(at, context.CancellationToken).Symbol;
            if (symbol is null || context.OnlyValueOf(symbol) is not { } value) return at;
            at = Syntax.Bare(value);
        }

        return at;
    }

    /// <summary>A constant, seen through variables and fields; null where the value is not known.</summary>
    public static object? ConstantOf(this DocumentContext context, ExpressionSyntax expression)
    {
        if (context.Model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: { } constant }) return constant;
        var origin = context.OriginOf(expression);
        if (context.Model.GetConstantValue(origin, context.CancellationToken) is { HasValue: true, Value: { } followed }) return followed;
        // The value of "default" would be that word.
        return origin is LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.DefaultLiteralExpression } literal ? literal.Token.Value : null;
    }

    public static string? TextOf(this DocumentContext context, ExpressionSyntax expression) => context.ConstantOf(expression) as string;

    public static bool IsFalse(this DocumentContext context, ExpressionSyntax expression) => context.ConstantOf(expression) is false;

    public static bool IsTrue(this DocumentContext context, ExpressionSyntax expression) => context.ConstantOf(expression) is true;

    public static double? NumberOf(this DocumentContext context, ExpressionSyntax expression) => context.ConstantOf(expression) switch
    {
        int number => number,
        long number => number,
        uint number => number,
        short number => number,
        byte number => number,
        double number => number,
        float number => number,
        _ => null,
    };

    /// <summary>What a text begins with, where its end is put in at run time; all of it where it is constant.</summary>
    public static string? BeginningOf(this DocumentContext context, ExpressionSyntax expression) => BeginningOf(context, expression, MostSteps);

    /// <summary>The last name of the value, seen through variables: <c>None</c> of <c>SameSiteMode.None</c>.</summary>
    public static string? MemberOf(this DocumentContext context, ExpressionSyntax expression) => Syntax.LastName(context.OriginOf(expression));

    /// <summary>The only expression that a local, a field or a property gets its value from; null where there are several, or where it stands elsewhere.</summary>
    public static ExpressionSyntax? OnlyValueOf(this DocumentContext context, ISymbol symbol)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol { SetMethod: null })) return null;
        if (symbol is IFieldSymbol { IsConst: false, IsReadOnly: false, DeclaredAccessibility: not Accessibility.Private }) return null;
        if (symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != context.Model.SyntaxTree) return null;
        var declaration = reference.GetSyntax(context.CancellationToken);
        if (declaration is not (VariableDeclaratorSyntax or PropertyDeclarationSyntax)) return null;
        if (declaration is PropertyDeclarationSyntax { ExpressionBody.Expression: var computed }) return computed;
        var initial = declaration is VariableDeclaratorSyntax declarator ? declarator.Initializer?.Value : ((PropertyDeclarationSyntax)declaration).Initializer?.Value;
        if (symbol is IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }) return initial;
        SyntaxNode? scope = symbol is ILocalSymbol ? Syntax.BodyOf(declaration) : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return scope is null ? initial : OnlyValueIn(scope, symbol.Name, initial);
    }

    // Fields may name each other in a circle.
    private static string? BeginningOf(DocumentContext context, ExpressionSyntax expression, int steps)
    {
        if (steps == 0) return null;
        if (context.TextOf(expression) is { } text) return text;
        return context.OriginOf(expression) switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => BeginningOf(context, sum.Left, steps - 1),
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax first, ..] } => first.TextToken.ValueText,
            InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax first, ..] } => BeginningOf(context, first.Expression, steps - 1),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } creation when Syntax.LastName(Creations.TypeOf(creation)) == "Uri" =>
                BeginningOf(context, first.Expression, steps - 1),
            _ => null,
        };
    }

    // By name: a member of another object that is called the same makes the value unknown, which is the safe side.
    private static ExpressionSyntax? OnlyValueIn(SyntaxNode scope, string name, ExpressionSyntax? initial)
    {
        var only = initial;
        foreach (var use in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name) continue;
            SyntaxNode target = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
            switch (target.Parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Left == target:
                    if (only is not null || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) return null;
                    only = assignment.Right;
                    break;
                case ArgumentSyntax argument when argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax }:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    return null;
            }
        }

        return only;
    }
}
