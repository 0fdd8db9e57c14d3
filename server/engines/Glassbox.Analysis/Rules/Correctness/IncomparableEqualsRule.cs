using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3313: <c>Equals</c> between types of which no values are equal.</summary>
internal sealed class IncomparableEqualsRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" }, ArgumentList.Arguments.Count: 1 };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        if (context.SymbolOf(call) is not IMethodSymbol { IsStatic: false, Parameters: [{ Type.SpecialType: SpecialType.System_Object }] }) return;
        var asked = Unwrapped(context.TypeOf(((MemberAccessExpressionSyntax)call.Expression).Expression));
        var given = Unwrapped(context.TypeOf(call.ArgumentList.Arguments[0].Expression));
        if (asked is null || given is null || !ComparesWithItselfOnly(asked) || SymbolEqualityComparer.Default.Equals(asked, given)) return;
        // Whatever may turn out to be the same type when the program runs is left alone.
        if (given.TypeKind is TypeKind.Error or TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Interface || !(given.IsValueType || given.IsSealed)) return;
        context.Report(
            CorrectnessIds.IncomparableEquals, Confidence.High,
            $"No {asked.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} equals a {given.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, so that Equals is always false", call.Span);
    }

    private static ITypeSymbol? Unwrapped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } ? underlying : type;

    private static bool ComparesWithItselfOnly(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_DateTime
        || Numbers.IsInteger(type) || Numbers.IsFraction(type) || type.HasName("System.Guid") || type.HasName("System.TimeSpan");
}
