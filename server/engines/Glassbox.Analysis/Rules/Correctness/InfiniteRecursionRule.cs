using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3335: a method or property that always calls itself.</summary>
internal sealed class InfiniteRecursionRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax } accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        LocalFunctionStatementSyntax function => function.Body is not null || function.ExpressionBody is not null,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case MethodDeclarationSyntax method:
                InspectBody(method.Identifier.ValueText, method.Body, method.ExpressionBody, isSetter: false, node, context);
                break;
            case LocalFunctionStatementSyntax function:
                InspectBody(function.Identifier.ValueText, function.Body, function.ExpressionBody, isSetter: false, node, context);
                break;
            case PropertyDeclarationSyntax property:
                InspectBody(property.Identifier.ValueText, null, property.ExpressionBody, isSetter: false, node, context);
                break;
            case AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor:
                InspectBody(property.Identifier.ValueText, accessor.Body, accessor.ExpressionBody, !accessor.IsKind(SyntaxKind.GetAccessorDeclaration), property, context);
                break;
        }
    }

    private static void InspectBody(string name, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, bool isSetter, SyntaxNode declaration, DocumentContext context)
    {
        if (body is not null && body.DescendantNodes().Any(inner => inner is YieldStatementSyntax)) return;
        foreach (var evaluated in Certain(body, arrow))
        {
            foreach (var part in Evaluation.Always(evaluated))
            {
                if (part is not IdentifierNameSyntax mention || mention.Identifier.ValueText != name || !IsOwn(mention) || !IsUse(mention, declaration, isSetter)) continue;
                var self = context.Model.GetDeclaredSymbol(declaration, context.CancellationToken);
                if (self is null || context.SymbolOf(mention) is not { } called || !SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, self)) continue;
                context.Report(
                    CorrectnessIds.InfiniteRecursion, Confidence.High, $"'{name}' calls itself on every path and never returns", VariableUse.Whole(mention).Span);
                return;
            }
        }
    }

    // The expressions that run whenever the body does: up to the first statement that may leave.
    private static IEnumerable<SyntaxNode> Certain(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow)
    {
        if (arrow is not null) yield return arrow.Expression;
        if (body is null) yield break;
        foreach (var statement in body.Statements)
        {
            SyntaxNode? evaluated = statement switch
            {
                ExpressionStatementSyntax simple => simple.Expression,
                LocalDeclarationStatementSyntax declaration => declaration.Declaration,
                ReturnStatementSyntax leaving => leaving.Expression,
                LocalFunctionStatementSyntax or EmptyStatementSyntax => null,
                IfStatementSyntax branch => branch.Condition,
                SwitchStatementSyntax choice => choice.Expression,
                _ => null,
            };
            if (evaluated is not null) yield return evaluated;
            if (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or EmptyStatementSyntax)) yield break;
        }
    }

    // On the same object: a.Size may be the size of another one.
    private static bool IsOwn(IdentifierNameSyntax mention) => mention.Parent is not MemberAccessExpressionSyntax access || access.Name != mention || access.Expression is ThisExpressionSyntax;

    private static bool IsUse(IdentifierNameSyntax mention, SyntaxNode declaration, bool isSetter)
    {
        var whole = VariableUse.Whole(mention);
        if (declaration is not PropertyDeclarationSyntax) return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole;
        if (whole.Parent is NameColonSyntax or NameEqualsSyntax) return false;
        if (whole.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment || assignment.Left != whole) return !isSetter;
        // new Node { Next = … } sets the property of another object.
        return isSetter && assignment.Parent is not InitializerExpressionSyntax;
    }
}
