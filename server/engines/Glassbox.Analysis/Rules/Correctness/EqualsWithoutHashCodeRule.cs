using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3312: a type that says when it is equal but keeps the hash code of its identity.</summary>
internal sealed class EqualsWithoutHashCodeRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is MethodDeclarationSyntax { Identifier.ValueText: "Equals", ParameterList.Parameters.Count: 1 } method && method.Modifiers.Any(SyntaxKind.OverrideKeyword);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var declaration = (MethodDeclarationSyntax)node;
        if (context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { ContainingType: { } type } method) return;
        if (method.Parameters[0].Type.SpecialType != SpecialType.System_Object || HasHashCode(type)) return;
        context.Report(
            CorrectnessIds.EqualsWithoutHashCode, Confidence.High, $"{type.Name} overrides Equals but not GetHashCode, so that equal objects have different hash codes",
            declaration.Identifier.Span);
    }

    // A base class with a hash code of its own may already say what is needed.
    private static bool HasHashCode(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error) return true;
            if (at.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return false;
            if (at.GetMembers("GetHashCode").OfType<IMethodSymbol>().Any(member => member.Parameters.IsEmpty && member.IsOverride)) return true;
        }

        return false;
    }
}
