using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Glassbox.Completion.CSharp.SitePlace;

namespace Glassbox.Completion.CSharp;

/// <summary>Tells from the place of an ordinary name in a tree what else could stand there.</summary>
internal static class SiteClassifier
{
    /// <summary>What may stand in the place of a name.</summary>
    public static SitePlace Classify(SyntaxToken marked)
    {
        var before = marked.GetPreviousToken();
        if (OperatorExpected(marked, before) is var after and not None) return after;
        if (before.IsKind(SyntaxKind.OverrideKeyword)) return Override;
        return marked.Parent switch
        {
            AccessorDeclarationSyntax => Accessor,
            SimpleNameSyntax name => ClassifyName(name, before),
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax when before.ValueText is "await" => Expression,
            VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } or LocalFunctionStatementSyntax when before.ValueText is "async" => TypeName,

            // "async" alone is read as a type, too.
            VariableDeclaratorSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax when before.ValueText is "async" => TypeMember,

            // "partial" alone is read as a type.
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax when before.ValueText is "partial" => TypeMember,
            LabeledStatementSyntax => Statement | Expression,
            ConstructorDeclarationSyntax => TypeMember,
            SkippedTokensTriviaSyntax => Guess(before),
            _ => NewName,
        };
    }

    /// <summary>What may stand after a token, where the parser made nothing of the name.</summary>
    public static SitePlace Guess(SyntaxToken before) => before.Kind() switch
    {
        SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken or SyntaxKind.ColonColonToken => Member,
        SyntaxKind.None => TopLevel | Statement | Expression,
        SyntaxKind.NewKeyword => Creation,
        SyntaxKind.IsKeyword => Pattern,
        SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken => Surrounding(before),
        _ when EndsExpression(before) => AfterExpression,
        _ => Expression,
    };

    private static SitePlace Surrounding(SyntaxToken token)
    {
        foreach (var node in token.Parent?.AncestorsAndSelf() ?? [])
        {
            if (token == node.GetLastToken()) continue;
            if (node is BlockSyntax or SwitchSectionSyntax) return Statement | Expression;
            if (node is BaseTypeDeclarationSyntax) return TypeMember;
        }

        return TopLevel | Statement | Expression;
    }

    /// <summary>"xs.Any() wh": the name follows a complete expression on its line, so that an operator or clause is meant.</summary>
    private static SitePlace OperatorExpected(SyntaxToken marked, SyntaxToken before)
    {
        if (!EndsExpression(before) || before.Parent is null) return None;
        var inQuery = before.Parent.Ancestors().OfType<QueryExpressionSyntax>().Any() ? Query : None;
        if (marked.Parent is SkippedTokensTriviaSyntax) return AfterExpression | inQuery;
        if (marked.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax) return inQuery == None ? None : AfterExpression | inQuery;

        // A missing token between the two is the parser's way of saying that they do not belong together.
        var gap = before.GetNextToken(includeZeroWidth: true);
        if (!gap.IsMissing || gap == marked) return None;
        var sameLine = !before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        return sameLine || inQuery != None ? AfterExpression | inQuery : None;
    }

    private static bool EndsExpression(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.ThisKeyword
            or SyntaxKind.BaseKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword
            or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => true,
        var kind => SyntaxFacts.IsLiteralExpression(SyntaxFacts.GetLiteralExpression(kind)),
    };

    private static SitePlace ClassifyName(SimpleNameSyntax name, SyntaxToken before)
    {
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
            case MemberBindingExpressionSyntax:
            case QualifiedNameSyntax qualified when qualified.Right == name:
            case AliasQualifiedNameSyntax alias when alias.Name == name:
                return name.Ancestors().Any(node => node is AttributeSyntax attribute && attribute.Name.Span.Contains(name.Span))
                    ? Member | AttributeName
                    : Member;
            case NameColonSyntax { Parent: SubpatternSyntax }:
                return Subpattern;
            case NameColonSyntax or NameEqualsSyntax { Parent: not AttributeArgumentSyntax }:
                return name.Parent is NameColonSyntax ? Argument | Expression : NewName;
        }

        SyntaxNode node = name;
        while (node.Parent is NameSyntax or NullableTypeSyntax or ArrayTypeSyntax or PointerTypeSyntax && node.Parent.SpanStart == name.SpanStart) node = node.Parent;

        if (node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive && directive.NamespaceOrType.Span.Contains(name.Span)) return Using;
        if (node.Parent is BaseNamespaceDeclarationSyntax) return NewName;
        if (node.Parent is AttributeSyntax) return AttributeName;
        if (StartsDeclaration(node) is var declaration and not None) return declaration;
        if (node.FirstAncestorOrSelf<StatementSyntax>() is { } statement && FirstOf(statement) == name.SpanStart)
            return statement.Parent is GlobalStatementSyntax global && IsFirstLevel(global, before) ? TopLevel | Statement | Expression : Statement | Expression;
        return ClassifyInside(node, before);
    }

    private static int FirstOf(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax { Modifiers.Count: > 0 } local && local.UsingKeyword.IsKind(SyntaxKind.None)
            ? local.Declaration.SpanStart
            : statement.SpanStart;

    // Statements of a program stand before its types and namespaces; after a modifier only a declaration makes sense.
    private static bool IsFirstLevel(GlobalStatementSyntax global, SyntaxToken before) =>
        global.Modifiers.Count == 0 && !SyntaxFacts.IsKeywordKind(before.Kind());

    private static SitePlace StartsDeclaration(SyntaxNode node)
    {
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(ancestor => ancestor is not GlobalStatementSyntax);
        if (member is null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax) return None;
        var type = member switch
        {
            IncompleteMemberSyntax incomplete => incomplete.Type,
            BaseFieldDeclarationSyntax field => field.Declaration.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            BasePropertyDeclarationSyntax property => property.Type,
            DelegateDeclarationSyntax callable => callable.ReturnType,
            _ => null,
        };
        if (type?.SpanStart != node.SpanStart) return None;
        return member.Parent is BaseTypeDeclarationSyntax ? TypeMember
            : member is IncompleteMemberSyntax { Modifiers.Count: 0 } && member.Parent is CompilationUnitSyntax ? TopLevel | Statement | Expression
            : TopLevel;
    }

    private static SitePlace ClassifyInside(SyntaxNode node, SyntaxToken before)
    {
        switch (node.Parent)
        {
            case ParameterSyntax: return TypeName | Parameter;
            case ObjectCreationExpressionSyntax creation when creation.Type == node: return Creation;
            case TypeConstraintSyntax: return TypeName | Constraint;
            case BaseTypeSyntax: return TypeName | BaseList;
            case SubpatternSyntax or ConstantPatternSyntax or TypePatternSyntax or RecursivePatternSyntax or DeclarationPatternSyntax or CaseSwitchLabelSyntax:
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test when test.Right == node:
                return Pattern | (InPropertyPattern(node, before) ? Subpattern : None);
            case ArgumentSyntax argument when argument.Expression == node && argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Parent is BaseArgumentListSyntax:
            case AttributeArgumentSyntax:
                return Argument | Expression;
            case DeclarationExpressionSyntax: return TypeName | Expression;
            case InitializerExpressionSyntax initializer: return OfInitializer(initializer);
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == node:
                return OfInitializer(initializer);
        }

        if (node is ExpressionSyntax expression && SyntaxFacts.IsInTypeOnlyContext(expression)) return TypeName;
        return Expression;
    }

    private static SitePlace OfInitializer(InitializerExpressionSyntax initializer) => initializer.Kind() switch
    {
        SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression => Initializer,
        SyntaxKind.CollectionInitializerExpression => Initializer | Expression,
        _ => Expression,
    };

    private static bool InPropertyPattern(SyntaxNode node, SyntaxToken before) =>
        before.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken
        && node.FirstAncestorOrSelf<SubpatternSyntax>()?.Parent is PropertyPatternClauseSyntax;
}
