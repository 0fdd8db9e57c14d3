using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3332: a query that is run twice because it is read twice.</summary>
internal sealed class MultipleEnumerationRule : INodeRule
{
    private static readonly HashSet<string> Whole =
        ["ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup", "Count", "LongCount", "Sum", "Max", "Min", "Average", "Aggregate", "Last", "MaxBy", "MinBy"];

    private static readonly HashSet<string> Deferred =
        ["Where", "Select", "SelectMany", "OrderBy", "OrderByDescending", "GroupBy", "Distinct", "OfType", "Join", "Concat", "Except", "Intersect", "Union", "Zip"];

    public bool IsCandidate(SyntaxNode node) => node is VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: LocalDeclarationStatementSyntax } && IsQuery(value);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var declarator = (VariableDeclaratorSyntax)node;
        if (context.Model.GetDeclaredSymbol(declarator, context.CancellationToken) is not ILocalSymbol { Type: INamedTypeSymbol type } query) return;
        if (!type.HasName("System.Collections.Generic.IEnumerable") && !type.HasName("System.Linq.IOrderedEnumerable")) return;
        SyntaxNode? first = null;
        foreach (var mention in VariableUse.MentionsOf(query, Syntax.BodyOf(declarator), context))
        {
            // Somebody who tests for a list, or gives the variable another value, has thought of it.
            if (VariableUse.IsWrite(mention) || mention.Parent is IsPatternExpressionSyntax or BinaryExpressionSyntax) return;
            if (Syntax.FunctionOf(mention) != Syntax.FunctionOf(declarator) || ReadingAt(mention) is not { } reading) continue;
            if (first is not null && Follows(first, reading))
            {
                context.Report(CorrectnessIds.MultipleEnumeration, Confidence.High, $"'{query.Name}' is a query and runs again each time it is read", mention.Span);
                return;
            }

            first ??= reading;
        }
    }

    private static bool IsQuery(ExpressionSyntax value) => Syntax.Bare(value) switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee } => Deferred.Contains(callee.Name.Identifier.ValueText),
        QueryExpressionSyntax => true,
        _ => false,
    };

    private static SyntaxNode? ReadingAt(IdentifierNameSyntax mention) => mention.Parent switch
    {
        CommonForEachStatementSyntax each when each.Expression == mention => each,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == mention && Whole.Contains(access.Name.Identifier.ValueText) => call,
        _ => null,
    };

    // Both on one path: not in two branches of a decision, and the first not on a way out.
    private static bool Follows(SyntaxNode first, SyntaxNode second)
    {
        if (first.FirstAncestorOrSelf<ReturnStatementSyntax>() is not null) return false;
        for (var at = first; at.Parent is { } parent; at = parent)
        {
            if (parent.Span.Contains(second.Span))
                return parent is not (IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax) || IsCondition(parent, at);
            if (at is StatementSyntax statement && Endings.Leaves(statement) && statement is not BlockSyntax { Parent: not (IfStatementSyntax or ElseClauseSyntax) }) return false;
        }

        return false;
    }

    private static bool IsCondition(SyntaxNode decision, SyntaxNode part) => decision switch
    {
        IfStatementSyntax branch => branch.Condition == part,
        ConditionalExpressionSyntax choice => choice.Condition == part,
        SwitchStatementSyntax choice => choice.Expression == part,
        BinaryExpressionSyntax binary => binary.Left == part,
        _ => false,
    };
}
