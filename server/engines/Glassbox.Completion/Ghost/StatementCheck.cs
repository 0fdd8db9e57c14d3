using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Binds plain statements where the compiler would have to be asked about a whole body. It only says yes: to statements of which all
/// is known that the compiler could object to. What is not plain, and what is wrong, is the compiler's to judge.
/// </summary>
/// <param name="model">Knows the nodes of the body.</param>
/// <param name="body">The body, with the statements in it.</param>
/// <param name="before">The body before that.</param>
/// <param name="inserted">What is new in it.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class StatementCheck(SemanticModel model, MemberBody body, MemberBody before, TextSpan inserted, CancellationToken cancellationToken)
{
    // More is not looked through: the compiler does it as fast.
    private const int MostAwaiting = 12;

    private readonly HashSet<StatementSyntax> held = [];
    private readonly ExpressionCheck expressions = new(model, body.Node.Parent!, before.Node.Parent!, inserted, cancellationToken);

    /// <summary>True where all statements hold of which something is new.</summary>
    public bool Holds()
    {
        if (model.Compilation.Options.GeneralDiagnosticOption == ReportDiagnostic.Error) return false;
        // Whoever jumps may leave out what gives a local its value.
        if (body.Node.DescendantNodes().Any(static node => node is LabeledStatementSyntax)) return false;
        var first = body.Node.FindToken(inserted.Start);
        if (first.Span.End <= inserted.Start) first = first.GetNextToken();
        var last = body.Node.FindToken(inserted.End - 1);
        if (last.SpanStart >= inserted.End) last = last.GetPreviousToken();
        if (first.SpanStart > last.SpanStart) return false;

        if (body.Node is ArrowExpressionClauseSyntax arrow) return arrow.Span.Contains(first.Span) && HoldsAsBody(arrow.Expression);
        var around = first.Parent?.AncestorsAndSelf().FirstOrDefault(node => node is StatementSyntax && node.Span.Contains(last.Span));
        var holds = around switch
        {
            null => false,
            BlockSyntax block when !inserted.Contains(block.Span) => block.Statements.Where(statement => statement.Span.IntersectsWith(inserted)).All(HoldsWithNext),
            StatementSyntax statement => HoldsWithNext(statement),
            _ => false,
        };
        return holds && UsesHold();
    }

    // What is declared anew may be used further down, where its type was not known until now; and so may what is declared by that.
    private bool UsesHold()
    {
        var count = 0;
        while (expressions.Locals.Awaiting.TryDequeue(out var use))
        {
            // What a function inside holds may decide which overload it is given to.
            SyntaxNode within = use.Parent!.Ancestors().TakeWhile(node => node != body.Node).LastOrDefault(static node => node is AnonymousFunctionExpressionSyntax) ?? use.Parent!;
            if (within.FirstAncestorOrSelf<StatementSyntax>() is not { } statement) return false;
            while (statement.Parent is not BlockSyntax && statement.Parent is StatementSyntax or ElseClauseSyntax && statement.Parent.FirstAncestorOrSelf<StatementSyntax>() is { } outer) statement = outer;
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
        var at = block.Statements.IndexOf(statement) + 1;
        return at >= block.Statements.Count || IsUnaffected(block.Statements[at]) || Holds(block.Statements[at]);
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
            ReturnStatementSyntax result => Holds(result),
            ThrowStatementSyntax thrown => thrown.Expression is { } exception && expressions.IsException(exception),
            IfStatementSyntax choice => expressions.IsCondition(choice.Condition) && IsEmbedded(choice.Statement) && (choice.Else is null || IsEmbedded(choice.Else.Statement)),
            WhileStatementSyntax loop => expressions.IsCondition(loop.Condition) && IsEmbedded(loop.Statement),
            ForEachStatementSyntax loop => Holds(loop),
            ForStatementSyntax loop => Holds(loop),
            TryStatementSyntax attempt => Holds(attempt.Block) && attempt.Catches.All(Holds) && (attempt.Finally is null || Holds(attempt.Finally.Block)),
            BreakStatementSyntax => IsInside(statement, static node => node is WhileStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or DoStatementSyntax or SwitchStatementSyntax),
            ContinueStatementSyntax => IsInside(statement, static node => node is WhileStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or DoStatementSyntax),
            _ => false,
        };
    }

    private bool IsEmbedded(StatementSyntax statement) => statement is not LocalDeclarationStatementSyntax && Holds(statement);

    private bool Holds(LocalDeclarationStatementSyntax local)
    {
        if (local.Modifiers.Count > 0 || local.Declaration.Variables is not [{ ArgumentList: null, Initializer: { } initializer } variable]) return false;
        if (!expressions.Locals.IsNew(variable.Identifier) || !expressions.IsPlain(initializer.Value)) return false;
        if (!local.UsingKeyword.IsKind(SyntaxKind.None) && !expressions.CanDispose(initializer.Value, !local.AwaitKeyword.IsKind(SyntaxKind.None))) return false;
        return local.Declaration.Type.IsVar ? expressions.IsValue(initializer.Value) : expressions.IsValueType(local.Declaration.Type);
    }

    private bool Holds(ForStatementSyntax loop) =>
        loop is { Initializers.Count: 0, Declaration: { Type: PredefinedTypeSyntax or IdentifierNameSyntax { IsVar: true }, Variables: [{ ArgumentList: null, Initializer: { } initializer } variable] }, Condition: { } condition }
        && expressions.Locals.IsNew(variable.Identifier) && expressions.IsPlain(initializer.Value) && expressions.IsConverted(initializer.Value) && (!loop.Declaration.Type.IsVar || expressions.IsValue(initializer.Value))
        && expressions.IsCondition(condition) && loop.Incrementors.All(expressions.IsStatement) && IsEmbedded(loop.Statement);

    private bool Holds(CatchClauseSyntax clause) =>
        clause is { Filter: null, Declaration: { } declaration } && (declaration.Identifier.IsKind(SyntaxKind.None) || expressions.Locals.IsNew(declaration.Identifier))
        && expressions.IsExceptionType(declaration.Type) && clause.Parent is TryStatementSyntax { Catches.Count: 1 } && Holds(clause.Block);

    private bool Holds(ReturnStatementSyntax result)
    {
        if (body.Node.Parent is not MethodDeclarationSyntax method || result.Ancestors().TakeWhile(node => node != method).Any(IsFunction)) return false;
        if (method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.OutKeyword))) return false;
        if (body.Node.DescendantNodes(static node => !IsFunction(node)).Any(node => node is YieldStatementSyntax)) return false;
        var isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        if (method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            // What an asynchronous method returns is what its task holds.
            if (method.ReturnType is not GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", Arity: 1 }) return false;
        }

        return isVoid ? result.Expression is null : result.Expression is { } value && method.ReturnType is not RefTypeSyntax && expressions.IsPlain(value) && expressions.IsConverted(value);
    }

    private bool HoldsAsBody(ExpressionSyntax expression)
    {
        if (expression.ContainsDiagnostics) return false;
        return body.Node.Parent switch
        {
            MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } => expressions.IsStatement(expression),
            MethodDeclarationSyntax { ReturnType: not RefTypeSyntax } method => !method.Modifiers.Any(SyntaxKind.AsyncKeyword) && expressions.IsPlain(expression) && expressions.IsConverted(expression),
            PropertyDeclarationSyntax { Type: not RefTypeSyntax } => expressions.IsPlain(expression) && expressions.IsConverted(expression),
            _ => false,
        };
    }

    private bool Holds(ForEachStatementSyntax loop)
    {
        if (!loop.AwaitKeyword.IsKind(SyntaxKind.None) || !loop.Type.IsVar || !expressions.Locals.IsNew(loop.Identifier) || !expressions.IsPlain(loop.Expression) || !expressions.IsValue(loop.Expression)) return false;
        var info = model.GetForEachStatementInfo(loop);
        return info is { GetEnumeratorMethod: not null, MoveNextMethod: not null, CurrentProperty: not null, ElementType.TypeKind: not (TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer) } && IsEmbedded(loop.Statement);
    }

    private static bool IsInside(SyntaxNode statement, Func<SyntaxNode, bool> fits) => statement.Ancestors().TakeWhile(node => !IsFunction(node)).Any(fits);

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
