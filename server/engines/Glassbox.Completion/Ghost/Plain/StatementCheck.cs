using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>
/// Binds plain statements where the compiler would have to be asked about a whole body. It only says yes: to statements of which all
/// is known that the compiler could object to. What is not plain, and what is wrong, is the compiler's to judge.
/// </summary>
internal sealed class StatementCheck
{
    // More is not looked through: the compiler does it as fast.
    private const int MostAwaiting = 12;

    private readonly PlainPlace at;
    private readonly HashSet<StatementSyntax> held = [];
    private readonly ExpressionCheck expressions;
    private readonly ReturnCheck returns;

    /// <summary>For a place.</summary>
    public StatementCheck(PlainPlace at)
    {
        this.at = at;
        expressions = new ExpressionCheck(at, this);
        returns = new ReturnCheck(at, expressions);
    }

    /// <summary>True where all statements hold of which something is new.</summary>
    public bool Holds()
    {
        // What an older language does not know yet is said where it is bound.
        if (at.Language < LanguageVersion.CSharp9) return false;
        var (body, inserted) = (at.Body.Node, at.Inserted);
        // Whoever jumps may leave out what gives a local its value.
        if (body.DescendantNodes().Any(static node => node is LabeledStatementSyntax)) return false;
        var first = body.FindToken(inserted.Start);
        if (first.Span.End <= inserted.Start) first = first.GetNextToken();
        var last = body.FindToken(inserted.End - 1);
        if (last.SpanStart >= inserted.End) last = last.GetPreviousToken();
        if (first.SpanStart > last.SpanStart) return false;

        if (body is ArrowExpressionClauseSyntax arrow) return arrow.Span.Contains(first.Span) && !arrow.Expression.ContainsDiagnostics && returns.IsResult(arrow.Expression);
        var around = first.Parent?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(node => node.Span.Contains(last.Span));
        // What a function inside gives back decides what its call means.
        if (around is not null && Written(around).Any(GivesBackInside)) around = Outermost(around);
        var holds = around switch
        {
            null => false,
            BlockSyntax block when !inserted.Contains(block.Span) => Written(block).All(HoldsWithNext),
            _ => HoldsWithNext(around),
        };
        return holds && UsesHold();
    }

    /// <summary>True where nothing in the body of a function is left to be objected to.</summary>
    public bool IsBodyOf(LambdaExpressionSyntax function, BlockSyntax block) => returns.Enter(function, block) && Holds(block);

    private IEnumerable<StatementSyntax> Written(StatementSyntax around) =>
        around is BlockSyntax block && !at.Inserted.Contains(block.Span) ? block.Statements.Where(statement => statement.Span.IntersectsWith(at.Inserted)) : [around];

    private static bool GivesBackInside(StatementSyntax statement) =>
        statement.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax)
        && statement.DescendantNodesAndSelf(static node => !ReturnCheck.IsFunction(node)).Any(static node => node is ReturnStatementSyntax);

    // What a function inside holds may decide which overload it is given to.
    private StatementSyntax? Outermost(SyntaxNode inside)
    {
        var within = inside.Ancestors().TakeWhile(node => node != at.Body.Node).LastOrDefault(static node => node is AnonymousFunctionExpressionSyntax) ?? inside;
        var statement = within.FirstAncestorOrSelf<StatementSyntax>();
        while (statement is { Parent: not BlockSyntax and (StatementSyntax or ElseClauseSyntax) } && statement.Parent.FirstAncestorOrSelf<StatementSyntax>() is { } outer) statement = outer;
        return statement;
    }

    // What is declared anew may be used further down, where its type was not known until now; and so may what is declared by that.
    private bool UsesHold()
    {
        var count = 0;
        while (expressions.Locals.Awaiting.TryDequeue(out var use))
        {
            if (Outermost(use.Parent!) is not { } statement) return false;
            if (held.Any(checkedAlready => checkedAlready.Span.Contains(use.Span))) continue;
            if (++count > MostAwaiting || !Holds(statement)) return false;
        }

        return true;
    }

    // What follows may have been read as a part of what was not finished.
    private bool HoldsWithNext(StatementSyntax statement)
    {
        if (!Holds(statement)) return false;
        if (statement.Parent is not BlockSyntax block) return statement.Parent is not SwitchSectionSyntax;
        var next = block.Statements.IndexOf(statement) + 1;
        return next >= block.Statements.Count || IsUnaffected(block.Statements[next]) || Holds(block.Statements[next]);
    }

    // Begins with a word that nothing unfinished runs on into.
    private static bool IsUnaffected(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or IfStatementSyntax or ThrowStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax;

    private bool Holds(StatementSyntax statement)
    {
        if (statement.ContainsDiagnostics || statement.AttributeLists.Count > 0) return false;
        if (statement is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax && IsInside(statement, static node => node is FinallyClauseSyntax)) return false;
        held.Add(statement);
        return statement switch
        {
            BlockSyntax block => block.Statements.All(Holds),
            ExpressionStatementSyntax expression => expressions.IsStatement(expression.Expression),
            LocalDeclarationStatementSyntax local => Holds(local),
            ReturnStatementSyntax result => returns.Holds(result),
            YieldStatementSyntax element => returns.Holds(element),
            ThrowStatementSyntax thrown => thrown.Expression is { } exception && expressions.IsException(exception),
            IfStatementSyntax choice => expressions.IsCondition(choice.Condition) && IsEmbedded(choice.Statement) && (choice.Else is null || IsEmbedded(choice.Else.Statement)),
            WhileStatementSyntax loop => expressions.IsCondition(loop.Condition) && IsEmbedded(loop.Statement),
            ForEachStatementSyntax loop => Holds(loop),
            ForStatementSyntax loop => Holds(loop),
            TryStatementSyntax attempt => Holds(attempt.Block) && attempt.Catches.All(Holds) && (attempt.Finally is null || Holds(attempt.Finally.Block)),
            UsingStatementSyntax { Declaration: { } declaration } use => Holds(declaration) && IsDisposed(declaration, use.AwaitKeyword) && IsEmbedded(use.Statement),
            LockStatementSyntax guard => expressions.IsReference(guard.Expression) && IsEmbedded(guard.Statement),
            BreakStatementSyntax => IsInside(statement, static node => node is WhileStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or DoStatementSyntax or SwitchStatementSyntax),
            ContinueStatementSyntax => IsInside(statement, static node => node is WhileStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or DoStatementSyntax),
            _ => false,
        };
    }

    private bool IsEmbedded(StatementSyntax statement) => statement is not LocalDeclarationStatementSyntax && Holds(statement);

    private bool Holds(LocalDeclarationStatementSyntax local) =>
        local.Modifiers.Count == 0 && Holds(local.Declaration) && (local.UsingKeyword.IsKind(SyntaxKind.None) || IsDisposed(local.Declaration, local.AwaitKeyword));

    private bool Holds(VariableDeclarationSyntax declaration)
    {
        if (declaration.Variables is not [{ ArgumentList: null, Initializer: { } initializer } variable] || !expressions.Locals.IsNew(variable.Identifier)) return false;
        if (expressions.IsUnknown(initializer.Value)) return declaration.Type.IsVar || expressions.IsValueType(declaration.Type);
        return expressions.IsPlain(initializer.Value) && (declaration.Type.IsVar ? expressions.IsValue(initializer.Value) : expressions.IsValueType(declaration.Type));
    }

    private bool IsDisposed(VariableDeclarationSyntax declaration, SyntaxToken awaits) =>
        expressions.CanDispose(declaration.Type.IsVar ? declaration.Variables[0].Initializer!.Value : declaration.Type, !awaits.IsKind(SyntaxKind.None));

    private bool Holds(ForStatementSyntax loop) =>
        loop is { Initializers.Count: 0, Declaration: { Type: PredefinedTypeSyntax or IdentifierNameSyntax { IsVar: true }, Variables: [{ ArgumentList: null, Initializer: { } initializer } variable] }, Condition: { } condition }
        && expressions.Locals.IsNew(variable.Identifier) && expressions.IsPlain(initializer.Value) && expressions.IsConverted(initializer.Value) && (!loop.Declaration.Type.IsVar || expressions.IsValue(initializer.Value))
        && expressions.IsCondition(condition) && loop.Incrementors.All(expressions.IsStatement) && IsEmbedded(loop.Statement);

    private bool Holds(CatchClauseSyntax clause) =>
        clause is { Filter: null, Declaration: { } declaration } && (declaration.Identifier.IsKind(SyntaxKind.None) || expressions.Locals.IsNew(declaration.Identifier))
        && expressions.IsExceptionType(declaration.Type) && clause.Parent is TryStatementSyntax { Catches.Count: 1 } && Holds(clause.Block);

    private bool Holds(ForEachStatementSyntax loop)
    {
        if (!loop.AwaitKeyword.IsKind(SyntaxKind.None) || !loop.Type.IsVar || !expressions.Locals.IsNew(loop.Identifier) || !expressions.IsPlain(loop.Expression) || !expressions.IsValue(loop.Expression)) return false;
        var info = at.Model.GetForEachStatementInfo(loop);
        return info is { GetEnumeratorMethod: not null, MoveNextMethod: not null, CurrentProperty: not null, ElementType.TypeKind: not (TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer) } && IsEmbedded(loop.Statement);
    }

    private static bool IsInside(SyntaxNode statement, Func<SyntaxNode, bool> fits) => statement.Ancestors().TakeWhile(static node => !ReturnCheck.IsFunction(node)).Any(fits);
}
