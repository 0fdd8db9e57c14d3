using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>The type that an expression or pattern at a place should have, judged by the token before it.</summary>
internal static class ExpectedType
{
    // Parentheses and conditionals are looked through; deeper nesting is not worth the time.
    private const int MaxDepth = 8;

    /// <summary>The expected type, or null where none can be told.</summary>
    public static ITypeSymbol? After(SyntaxToken left, SemanticModel model, CancellationToken cancellationToken) =>
        After(left, model, MaxDepth, cancellationToken) is { TypeKind: not TypeKind.Error } type ? type : null;

    private static ITypeSymbol? After(SyntaxToken left, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || left.Parent is not { } parent) return null;
        switch (parent)
        {
            case AssignmentExpressionSyntax assignment: return TypeOf(assignment.Left);
            case EqualsValueClauseSyntax { Parent: { } owner }: return OfInitialized(owner, model, cancellationToken);
            case BinaryExpressionSyntax binary when binary.OperatorToken == left: return TypeOf(binary.Left);
            case IsPatternExpressionSyntax test when test.IsKeyword == left: return TypeOf(test.Expression);
            case ReturnStatementSyntax: return OfReturn(model.GetEnclosingSymbol(left.SpanStart, cancellationToken));
            case ArrowExpressionClauseSyntax { Parent: { } owner }:
                return OfReturn(owner is PropertyDeclarationSyntax or IndexerDeclarationSyntax
                    ? model.GetDeclaredSymbol(owner, cancellationToken)
                    : model.GetEnclosingSymbol(left.SpanStart, cancellationToken) is { } symbol && symbol is IMethodSymbol or IPropertySymbol
                        ? symbol
                        : model.GetDeclaredSymbol(owner, cancellationToken));
            case BaseArgumentListSyntax list: return OfArgument(list, left.SpanStart, null, model, cancellationToken);
            case NameColonSyntax { Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax list } } named:
                return OfArgument(list, left.SpanStart, named.Name.Identifier.ValueText, model, cancellationToken);
            case NameColonSyntax { Parent: SubpatternSyntax } member: return OfMember(member.Name);
            case CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice }: return TypeOf(choice.Expression);
            case CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice }: return TypeOf(choice.Expression);
            case SwitchExpressionSyntax choice: return TypeOf(choice.GoverningExpression);
            case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.EqualsGreaterThanToken == left:
                return After(choice.GetFirstToken().GetPreviousToken(), model, depth - 1, cancellationToken);
            case BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax: return OfPattern(parent);
            case ConditionalExpressionSyntax conditional when conditional.QuestionToken == left || conditional.ColonToken == left:
                return After(conditional.GetFirstToken().GetPreviousToken(), model, depth - 1, cancellationToken);
            case ParenthesizedExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax:
                return After(parent.GetFirstToken().GetPreviousToken(), model, depth - 1, cancellationToken);
            default: return null;
        }

        ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type;

        ITypeSymbol? OfMember(ExpressionSyntax name) => model.GetSymbolInfo(name, cancellationToken).Symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };

        ITypeSymbol? OfPattern(SyntaxNode pattern)
        {
            var owner = pattern.Ancestors().FirstOrDefault(node => node is not PatternSyntax);
            return owner switch
            {
                IsPatternExpressionSyntax test => TypeOf(test.Expression),
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => TypeOf(choice.GoverningExpression),
                CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => TypeOf(choice.Expression),
                SubpatternSyntax { NameColon: { } named } => OfMember(named.Name),
                _ => null,
            };
        }
    }

    private static ITypeSymbol? OfInitialized(SyntaxNode owner, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = owner switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            ParameterSyntax parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        return type is null or { IsVar: true } ? null : model.GetTypeInfo(type, cancellationToken).Type;
    }

    private static ITypeSymbol? OfReturn(ISymbol? member) => member switch
    {
        IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol { TypeArguments: [var result] } } => result,
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property.Type,
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>The types of the parameters that the argument after a token may be for, one an overload; empty where it cannot be told what is called.</summary>
    public static IEnumerable<ITypeSymbol?> OfArguments(SyntaxToken left, SemanticModel model, CancellationToken cancellationToken) => left.Parent switch
    {
        BaseArgumentListSyntax list => OfArguments(list, left.SpanStart, null, model, cancellationToken),
        NameColonSyntax { Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax list } } named =>
            OfArguments(list, left.SpanStart, named.Name.Identifier.ValueText, model, cancellationToken),
        _ => [],
    };

    private static ITypeSymbol? OfArgument(BaseArgumentListSyntax list, int at, string? name, SemanticModel model, CancellationToken cancellationToken)
    {
        ITypeSymbol? first = null;
        foreach (var type in OfArguments(list, at, name, model, cancellationToken))
        {
            if (Unwrap(type) is { TypeKind: TypeKind.Enum }) return type;
            first ??= type;
        }

        return first;
    }

    private static IEnumerable<ITypeSymbol?> OfArguments(BaseArgumentListSyntax list, int at, string? name, SemanticModel model, CancellationToken cancellationToken)
    {
        var index = list.Arguments.GetSeparators().Count(separator => separator.SpanStart <= at);
        foreach (var callable in Callables.Of(list, model, cancellationToken))
        {
            var parameter = Callables.ParameterAt(callable, index, name);
            yield return parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter?.Type;
        }
    }

    /// <summary>The type itself or what is in its <c>Nullable</c>.</summary>
    public static ITypeSymbol? Unwrap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
}
