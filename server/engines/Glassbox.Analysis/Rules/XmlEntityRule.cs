using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB1005: XML readers that are told to follow what a document names.</summary>
internal sealed class XmlEntityRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
        && Syntax.LastName(assignment.Left) is "DtdProcessing" or "XmlResolver" or "ProhibitDtd";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        var property = context.Model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol as IPropertySymbol;
        if (property is not null && !property.ContainingNamespace.IsInOrBelow("System.Xml")) return;
        var type = property?.ContainingType.Name ?? OwnerOf(assignment, context) ?? "XmlReaderSettings";
        var neighbours = Neighbours(assignment).ToList();
        var resolver = neighbours.Find(other => Syntax.LastName(other.Left) == "XmlResolver");
        var hasResolver = resolver is not null && !IsNull(resolver.Right);
        switch (Syntax.LastName(assignment.Left))
        {
            case "DtdProcessing" when Syntax.LastName(assignment.Right) == "Parse":
                // Without a resolver nothing external is read, whatever the document declares.
                if (resolver is not null && !hasResolver) return;
                Report(hasResolver ? Confidence.High : Confidence.Medium, $"{type}.DtdProcessing = Parse lets a document name external entities");
                break;
            case "ProhibitDtd" when assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression):
                Report(Confidence.Medium, $"{type}.ProhibitDtd = false lets a document name external entities");
                break;
            // It follows only what it was told to.
            case "XmlResolver" when assignment.Right.DescendantNodesAndSelf().Any(part => part.ToString().Contains("XmlSecureResolver", StringComparison.Ordinal)):
                break;
            case "XmlResolver" when !IsNull(assignment.Right):
                // Reported at DtdProcessing, if that is where it is switched on; settings prohibit DTDs unless told otherwise.
                if (type == "XmlReaderSettings" || neighbours.Exists(other => Syntax.LastName(other.Left) == "DtdProcessing")) return;
                if (type != "XmlTextReader" && !type.EndsWith("Document", StringComparison.Ordinal)) return;
                Report(Confidence.High, $"{type}.XmlResolver follows the external entities that a document names");
                break;
        }

        void Report(Confidence confidence, string message) =>
            context.Report(RuleIds.XmlEntities, property is null ? Confidence.Low : confidence, message, assignment.Span);
    }

    // The type that is written where the property does not bind.
    private static string? OwnerOf(AssignmentExpressionSyntax assignment, DocumentContext context) => assignment switch
    {
        { Parent: InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax creation } } => Syntax.LastName(creation.Type),
        { Left: MemberAccessExpressionSyntax access } => context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type?.Name is { Length: > 0 } name ? name : null,
        _ => null,
    };

    /// <summary>The other assignments to the same object, in its initializer or in the same body.</summary>
    internal static IEnumerable<AssignmentExpressionSyntax> Neighbours(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Parent is InitializerExpressionSyntax initializer)
        {
            foreach (var other in initializer.Expressions.OfType<AssignmentExpressionSyntax>()) yield return other;
            if (Syntax.VariableOf(initializer.Parent) is { } name)
            {
                foreach (var other in AssignmentsTo(name, initializer)) yield return other;
            }
        }
        else if (assignment.Left is MemberAccessExpressionSyntax access)
        {
            foreach (var other in AssignmentsTo(access.Expression.ToString(), assignment)) yield return other;
            foreach (var creation in Syntax.BodyOf(assignment).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            {
                if (creation.Initializer is null || Syntax.VariableOf(creation) != access.Expression.ToString()) continue;
                foreach (var other in creation.Initializer.Expressions.OfType<AssignmentExpressionSyntax>()) yield return other;
            }
        }
    }

    private static IEnumerable<AssignmentExpressionSyntax> AssignmentsTo(string variable, SyntaxNode near) =>
        Syntax.BodyOf(near).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(other => other.Left is MemberAccessExpressionSyntax access && access.Expression.ToString() == variable);

    private static bool IsNull(ExpressionSyntax value) =>
        value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression)
        || (value is PostfixUnaryExpressionSyntax postfix && IsNull(postfix.Operand));
}
