using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3201: locks on what others may lock as well, or on what nobody else has.</summary>
internal sealed class LockTargetRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => TargetOf(node) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (TargetOf(node) is not { } target) return;
        if (node is InvocationExpressionSyntax call && LockCall.From(call, context) is null) return;
        var (confidence, says) = Mistake(target, context);
        if (says.Length > 0) context.Report(ConcurrencyIds.LockTarget, confidence, says, target.Span);
    }

    private static ExpressionSyntax? TargetOf(SyntaxNode node) => node switch
    {
        LockStatementSyntax statement => statement.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Enter" } callee, ArgumentList.Arguments: [{ Expression: var first }, ..] } =>
            Syntax.LastName(callee.Expression) == "Monitor" ? first : null,
        _ => null,
    };

    private static (Confidence Confidence, string Says) Mistake(ExpressionSyntax target, DocumentContext context)
    {
        var bare = Syntax.Bare(target);
        switch (bare)
        {
            case ThisExpressionSyntax:
                return context.EnclosingType(bare)?.IsVisibleOutside() == true
                    ? (Confidence.High, "Everybody who has this object can lock 'this' as well")
                    : (Confidence.Low, "");
            case TypeOfExpressionSyntax:
                return (Confidence.High, "Everybody can lock the same type object");
            case BaseObjectCreationExpressionSyntax:
                return (Confidence.High, "A new object is locked by nobody else, so that this lock keeps nobody out");
        }

        if (context.TypeOf(bare) is not { TypeKind: not TypeKind.Error } type) return (Confidence.Low, "");
        if (type.SpecialType == SpecialType.System_String) return (Confidence.High, $"Equal texts may be one object in the whole process, and {Shown.Of(bare)} is a text");
        if (type.HasName("System.Type")) return (Confidence.High, "Everybody can lock the same type object");
        if (type.IsValueType) return (Confidence.High, $"{Shown.Of(bare)} is a value and becomes a new object each time, so that this lock keeps nobody out");
        return context.SymbolOf(bare) switch
        {
            ILocalSymbol local when IsOwnOnly(local, bare, context) => (Confidence.High, $"'{local.Name}' is made anew in every call, so that this lock keeps nobody out"),
            IFieldSymbol { IsReadOnly: false } held when IsReplaced(held, bare, context) => (Confidence.Medium, $"'{held.Name}' is replaced elsewhere, after which others lock another object"),
            IFieldSymbol held when held.IsVisibleOutside() && !IsGate(held.Name) => (Confidence.Medium, $"'{held.Name}' is public, so that anybody can lock it as well"),
            _ => (Confidence.Low, ""),
        };
    }

    // Made here, used for nothing but locks, and seen by no lambda.
    private static bool IsOwnOnly(ILocalSymbol local, ExpressionSyntax target, DocumentContext context) =>
        VariableUse.OriginOf(target, context) is BaseObjectCreationExpressionSyntax
        && VariableUse.MentionsOf(local, Syntax.BodyOf(target), context).All(mention =>
            mention.Parent is LockStatementSyntax && Syntax.FunctionOf(mention) == Syntax.FunctionOf(target)
            && !mention.Ancestors().Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static bool IsReplaced(IFieldSymbol held, ExpressionSyntax target, DocumentContext context)
    {
        if (target.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type) return false;
        return VariableUse.MentionsOf(held, type, context).Any(mention =>
            VariableUse.Whole(mention).Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == VariableUse.Whole(mention)
            && assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null
            && !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression) && !IsFirst(assignment, held));
    }

    // if (held == null) held = …
    private static bool IsFirst(AssignmentExpressionSyntax assignment, IFieldSymbol held) =>
        assignment.Ancestors().OfType<IfStatementSyntax>().Any(branch => NullTests.Of(branch.Condition) is { IsNull: true } test && Syntax.LastName(test.Value) == held.Name);

    // A field that is given out for others to lock.
    private static bool IsGate(string name) =>
        name.Contains("lock", StringComparison.OrdinalIgnoreCase) || name.Contains("sync", StringComparison.OrdinalIgnoreCase)
        || name.Contains("gate", StringComparison.OrdinalIgnoreCase) || name.Contains("mutex", StringComparison.OrdinalIgnoreCase);
}
