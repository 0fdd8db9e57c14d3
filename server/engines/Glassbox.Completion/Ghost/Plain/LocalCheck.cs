using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>What a member's own names allow: which can be declared, and which have a value where they are used.</summary>
/// <param name="at">Where they stand.</param>
internal sealed class LocalCheck(PlainPlace at)
{
    /// <summary>Uses of what is declared that were there before, and that mean something by it now.</summary>
    public Queue<SyntaxToken> Awaiting { get; } = [];

    /// <summary>True where a name that is declared stands for nothing else, or stood for it before; its uses further down are still to be checked.</summary>
    public bool IsNew(SyntaxToken name)
    {
        var others = Others(at.Member, name.ValueText).ToList();
        // Declared already, with a type that was not known: whatever it was in conflict with then, it is now.
        var existed = others.Count(IsDeclaration) == Others(at.Before.Node.Parent!, name.ValueText).Count(IsDeclaration);
        foreach (var other in others)
        {
            if (other == name) continue;
            var isAfter = !IsDeclaration(other) && other.SpanStart > name.SpanStart && IsInScope(other, name);
            if (!isAfter && !existed) return false;
            if (isAfter && !at.Inserted.Contains(other.Span)) Awaiting.Enqueue(other);
        }

        return true;
    }

    private static IEnumerable<SyntaxToken> Others(SyntaxNode member, string name) =>
        member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && !(token.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } of && access.Name == of));

    private static bool IsDeclaration(SyntaxToken name) => name.Parent is not IdentifierNameSyntax;

    /// <summary>True where a local has a value wherever it can be named: from its declaration on, whatever was jumped over in between.</summary>
    public bool IsAssigned(ILocalSymbol local, SimpleNameSyntax use)
    {
        if (local.RefKind != RefKind.None || local.IsFixed || IsInStaticFunction(use) || local.DeclaringSyntaxReferences is not [var reference]) return false;
        if (reference.GetSyntax(at.CancellationToken) is not { } declaration || declaration.SpanStart >= use.SpanStart) return false;
        return declaration switch
        {
            VariableDeclaratorSyntax { Initializer: not null } variable => !local.IsConst && !variable.Span.Contains(use.Span) && IsInSameSection(variable, use) && variable.Parent?.Parent is LocalDeclarationStatementSyntax or ForStatementSyntax or UsingStatementSyntax,
            ForEachStatementSyntax loop => loop.Statement.Span.Contains(use.Span),
            CatchDeclarationSyntax => true,
            SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } => IsMatched(pattern, use),
            SingleVariableDesignationSyntax designation => IsSurelyReached(designation) && IsInSameSection(designation, use) && designation.FirstAncestorOrSelf<ArgumentListSyntax>() is { } arguments && !arguments.Span.Contains(use.Span),
            _ => false,
        };
    }

    // The sections of a switch share their names, and only one of them is run.
    private static bool IsInSameSection(SyntaxNode declaration, SyntaxNode use) =>
        declaration.FirstAncestorOrSelf<StatementSyntax>()?.Parent is not SwitchSectionSyntax section || section.Span.Contains(use.Span);

    // "Call(out var x)" that is not behind "&&", "?" or in a lambda.
    private static bool IsSurelyReached(SingleVariableDesignationSyntax designation) =>
        designation is { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax } }
        && designation.Ancestors().TakeWhile(static node => node is not StatementSyntax).All(static node =>
            node is DeclarationExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax
                or PrefixUnaryExpressionSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax)
        && designation.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or IfStatementSyntax;

    // "if (a is B b && …)": matched in what follows in the condition, and in the statement.
    private static bool IsMatched(DeclarationPatternSyntax pattern, SyntaxNode use)
    {
        if (pattern.Parent is not IsPatternExpressionSyntax test) return false;
        ExpressionSyntax whole = test;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression }) whole = (ExpressionSyntax)whole.Parent;
        return (whole.Span.Contains(use.Span) && use.SpanStart > test.Span.End)
            || (whole.Parent is IfStatementSyntax choice && choice.Condition == whole && choice.Statement.Span.Contains(use.Span))
            || (whole.Parent is ConditionalExpressionSyntax either && either.Condition == whole && either.WhenTrue.Span.Contains(use.Span));
    }

    /// <summary>True in a function that can name nothing of what is around it.</summary>
    public static bool IsInStaticFunction(SyntaxNode node) => node.Ancestors().Any(around => around switch
    {
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    });

    private static bool IsInScope(SyntaxToken use, SyntaxToken declared) =>
        declared.Parent?.AncestorsAndSelf().FirstOrDefault(node => node is BlockSyntax or SwitchSectionSyntax or ForEachStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is not { } scope || scope.Span.Contains(use.Span);
}
