using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3301: a variable that is given its own value.</summary>
internal sealed class SelfAssignmentRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: not InitializerExpressionSyntax } assignment
        && (NameOf(assignment.Left) is { } name ? name == NameOf(assignment.Right) : Operands.Same(assignment.Left, assignment.Right) && Operands.IsPlain(assignment.Left));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        if (assignment.Left is ElementAccessExpressionSyntax access)
        {
            // Only of an array is it known that reading and writing do nothing else.
            if (context.TypeOf(access.Expression) is not IArrayTypeSymbol) return;
        }
        else
        {
            var target = context.SymbolOf(assignment.Left);
            if (target is null || !SymbolEqualityComparer.Default.Equals(target, context.SymbolOf(assignment.Right))) return;
            if (target is not (ILocalSymbol or IParameterSymbol or IFieldSymbol) && !IsAutomatic(target, context)) return;
        }

        context.Report(CorrectnessIds.SelfAssignment, Confidence.High, $"{Shown.Of(assignment.Left)} is assigned to itself", assignment.Span);
    }

    // x and this.x.
    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier: { IsMissing: false, ValueText: not "_" } identifier } => identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax { Identifier: { IsMissing: false } identifier } } => identifier.ValueText,
        _ => null,
    };

    // A setter with a body may be called for what else it does.
    private static bool IsAutomatic(ISymbol target, DocumentContext context) =>
        target is IPropertySymbol { DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { AccessorList: { } accessors }
        && accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);
}
