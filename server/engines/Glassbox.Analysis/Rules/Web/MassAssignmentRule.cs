using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4020: rows of the database whose every column the request may set.</summary>
internal sealed class MassAssignmentRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax }, ..] and { Count: 1 or 2 } } call
        && (access.Name.Identifier.ValueText is "Add" or "AddAsync" or "Update" or "Attach" || SetsState(call, access));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        var given = call.ArgumentList.Arguments[0].Expression;
        if (context.Model.GetSymbolInfo(given, context.CancellationToken).Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol action, DeclaringSyntaxReferences: [var reference] } parameter) return;
        if (action is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false } || Controllers.ConfidenceOf(action.ContainingType) is null) return;
        if (Controllers.IsOn(parameter, IsLimited) || Controllers.IsOnType(parameter.Type as INamedTypeSymbol, IsLimited)) return;
        if (!IsDatabase(((MemberAccessExpressionSyntax)call.Expression).Expression, context) || !ProjectFacts.Of(context).IsEntity(parameter.Type.Name)) return;
        if (reference.SyntaxTree != context.Model.SyntaxTree) return;
        context.Report(WebIds.MassAssignment, Confidence.Medium, $"The request sets every column of '{parameter.Name}', and not only those of the form", reference.Span);
    }

    private static bool SetsState(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access) =>
        access.Name.Identifier.ValueText is "Entry" && call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "State", Parent: AssignmentExpressionSyntax };

    private static bool IsLimited(string attribute) => attribute is "Bind" or "FromServices" or "ModelBinder";

    private static bool IsDatabase(ExpressionSyntax receiver, DocumentContext context)
    {
        for (var type = context.Model.GetTypeInfo(receiver, context.CancellationToken).Type; type is not null; type = type.BaseType)
        {
            if (type.Name is "DbSet" or "IDbSet" or "DbContext" or "IdentityDbContext") return true;
        }

        return false;
    }
}
