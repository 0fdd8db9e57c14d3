using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3309: a null check of what was used right before without one.</summary>
internal sealed class NullCheckAfterUseRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        IfStatementSyntax branch => NullTests.Of(FirstOf(branch.Condition)) is { Value: IdentifierNameSyntax },
        ExpressionStatementSyntax { Expression: ConditionalAccessExpressionSyntax { Expression: IdentifierNameSyntax } } => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" } } call } =>
            call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax }, ..],
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var (statement, tested) = node switch
        {
            IfStatementSyntax branch => ((StatementSyntax)branch, NullTests.Of(FirstOf(branch.Condition))?.Value as IdentifierNameSyntax),
            ExpressionStatementSyntax { Expression: ConditionalAccessExpressionSyntax access } simple => ((StatementSyntax)simple, access.Expression as IdentifierNameSyntax),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } simple => ((StatementSyntax)simple, call.ArgumentList.Arguments[0].Expression as IdentifierNameSyntax),
            _ => (null, null),
        };
        if (statement is null || tested is null || NullTests.FailsOnNull(tested, context) is not Confidence.High) return;
        if (context.SymbolOf(tested) is not { } variable || variable is not (ILocalSymbol or IParameterSymbol { RefKind: RefKind.None })) return;
        if (NullTests.IsFollowed(tested, context)) return;
        foreach (var before in Endings.Before(statement))
        {
            // A loop may come here again with another value, a label from elsewhere.
            if (before is LabeledStatementSyntax || VariableUse.IsWrittenIn(before, variable, context) || Declares(before, variable, context)) return;
            SyntaxNode? evaluated = before switch
            {
                ExpressionStatementSyntax simple => simple.Expression,
                LocalDeclarationStatementSyntax declaration => declaration.Declaration,
                IfStatementSyntax branch => branch.Condition,
                _ => null,
            };
            if (evaluated is null || NullTests.UseIn(evaluated, tested, context) is not { } use) continue;
            if (IsWrittenInLambda(tested, variable, context)) return;
            context.Report(
                CorrectnessIds.NullCheckAfterUse, node is IfStatementSyntax ? Confidence.High : Confidence.Medium,
                $"'{tested.Identifier.ValueText}' is checked for null after {Shown.Of(use.Parent ?? use)} has used it", tested.Span);
            return;
        }
    }

    private static ExpressionSyntax FirstOf(ExpressionSyntax condition)
    {
        var first = Operands.Inner(condition);
        while (first is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary) first = Operands.Inner(binary.Left);
        return first;
    }

    private static bool Declares(StatementSyntax statement, ISymbol variable, DocumentContext context) =>
        statement is LocalDeclarationStatementSyntax declaration
        && declaration.Declaration.Variables.Any(declared => SymbolEqualityComparer.Default.Equals(context.Model.GetDeclaredSymbol(declared, context.CancellationToken), variable));

    private static bool IsWrittenInLambda(SyntaxNode place, ISymbol variable, DocumentContext context) =>
        VariableUse.MentionsOf(variable, Syntax.BodyOf(place), context).Any(mention => VariableUse.IsWrite(mention) && Syntax.FunctionOf(mention) != Syntax.FunctionOf(place));
}
