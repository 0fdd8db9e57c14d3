using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>Tells the roles of places and candidates.</summary>
internal static class Roles
{
    /// <summary>How many kinds of candidates there are.</summary>
    public const int Candidates = (int)CandidateRole.Event + 1;

    /// <summary>How many kinds of places there are.</summary>
    public const int Places = (int)PlaceRole.Type + 1;

    /// <summary>The role of the expression that the word at a site begins or ends.</summary>
    public static PlaceRole Of(CSharpSite site)
    {
        if (site.Is(SitePlace.TypeName | SitePlace.Creation | SitePlace.BaseList) && !site.Is(SitePlace.Expression)) return PlaceRole.Type;
        var node = site.Marked.Parent;
        while (node?.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax
            or MemberBindingExpressionSyntax or QualifiedNameSyntax or PostfixUnaryExpressionSyntax)
        {
            node = node.Parent;
        }

        var before = node?.GetFirstToken().GetPreviousToken() ?? site.Left;
        return before.Kind() switch
        {
            SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword => PlaceRole.Statement,
            SyntaxKind.CloseParenToken => before.Parent is StatementSyntax ? PlaceRole.Statement : PlaceRole.Other,
            SyntaxKind.EqualsToken or SyntaxKind.PlusEqualsToken or SyntaxKind.MinusEqualsToken or SyntaxKind.QuestionQuestionEqualsToken => PlaceRole.Value,
            SyntaxKind.ReturnKeyword or SyntaxKind.EqualsGreaterThanToken => PlaceRole.Result,
            SyntaxKind.OpenParenToken => before.Parent is IfStatementSyntax or WhileStatementSyntax or ParenthesizedExpressionSyntax ? PlaceRole.Condition : PlaceRole.Argument,
            SyntaxKind.CommaToken or SyntaxKind.ColonToken or SyntaxKind.OpenBracketToken => PlaceRole.Argument,
            SyntaxKind.ExclamationToken or SyntaxKind.AmpersandAmpersandToken or SyntaxKind.BarBarToken or SyntaxKind.WhenKeyword => PlaceRole.Condition,
            SyntaxKind.AwaitKeyword => PlaceRole.Awaited,
            var kind when SyntaxFacts.IsBinaryExpression(kind) || kind is SyntaxKind.QuestionToken => PlaceRole.Operand,
            _ => PlaceRole.Other,
        };
    }

    /// <summary>The role of a candidate.</summary>
    public static CandidateRole Of(PopupEntry entry) => entry.Symbols is [var symbol, ..]
        ? symbol switch
        {
            IMethodSymbol method => OfResult(method),
            IPropertySymbol property => property.Type.SpecialType == SpecialType.System_Boolean ? CandidateRole.Flag : CandidateRole.Value,
            IFieldSymbol { IsConst: true } => CandidateRole.Constant,
            IFieldSymbol field => field.Type.SpecialType == SpecialType.System_Boolean ? CandidateRole.Flag : CandidateRole.Value,
            ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => CandidateRole.Local,
            ITypeSymbol => CandidateRole.Type,
            INamespaceSymbol => CandidateRole.Namespace,
            IEventSymbol => CandidateRole.Event,
            _ => CandidateRole.Other,
        }
        : entry.Kind switch
        {
            CandidateKind.Keyword => CandidateRole.Keyword,
            CandidateKind.Method => CandidateRole.Method,
            CandidateKind.Class => CandidateRole.Type,
            _ => CandidateRole.Other,
        };

    private static CandidateRole OfResult(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => CandidateRole.Action,
        { SpecialType: SpecialType.System_Boolean } => CandidateRole.Test,
        { Name: "Task" or "ValueTask" } => CandidateRole.Task,
        _ => CandidateRole.Method,
    };
}
