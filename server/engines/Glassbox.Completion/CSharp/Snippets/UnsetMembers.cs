using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>A readonly field or property that nothing sets yet: a constructor should take it.</summary>
/// <param name="Type">As it is written.</param>
/// <param name="Parameter">The name of the constructor's parameter.</param>
/// <param name="Target">What is assigned to.</param>
internal sealed record UnsetMembers(string Type, string Parameter, string Target)
{
    /// <summary>Those of a type, in order of declaration, read off its text: no model is needed for them.</summary>
    public static IReadOnlyList<UnsetMembers> Of(TypeDeclarationSyntax type)
    {
        var set = type.Members.OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Select(assignment => assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access.Name.ToString() : assignment.Left.ToString())
            .ToHashSet(StringComparer.Ordinal);
        return [.. Candidates(type).Where(member => !set.Contains(member.Name.Text)).Select(member => Of(member.Type, member.Name))];
    }

    private static IEnumerable<(TypeSyntax Type, SyntaxToken Name)> Candidates(TypeDeclarationSyntax type)
    {
        foreach (var member in type.Members)
        {
            if (member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.RequiredKeyword)) continue;
            if (member is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
            {
                foreach (var variable in field.Declaration.Variables)
                {
                    if (variable is { Initializer: null, Identifier.IsMissing: false }) yield return (field.Declaration.Type, variable.Identifier);
                }
            }
            else if (member is PropertyDeclarationSyntax { Initializer: null, ExpressionBody: null, AccessorList.Accessors: [var only] } property
                && only.IsKind(SyntaxKind.GetAccessorDeclaration) && only is { Body: null, ExpressionBody: null } && !property.Modifiers.Any(SyntaxKind.AbstractKeyword))
            {
                yield return (property.Type, property.Identifier);
            }
        }
    }

    private static UnsetMembers Of(TypeSyntax type, SyntaxToken name)
    {
        var bare = name.ValueText.StartsWith("m_", StringComparison.Ordinal) ? name.ValueText[2..] : name.ValueText.TrimStart('_');
        if (bare.Length == 0) bare = "value";
        var parameter = SpecialMembers.Escape(char.ToLowerInvariant(bare[0]) + bare[1..]);
        return new UnsetMembers(type.ToString(), parameter, name.Text == parameter ? "this." + name.Text : name.Text);
    }
}
