using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>The names that the member around a place is declared with: what it is called and takes is often what it sets and reads.</summary>
internal sealed class SignatureNames
{
    private const double OfParameter = 6;
    private const double OfMember = 4;

    private readonly HashSet<string> parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly string member;

    private SignatureNames(string member, IEnumerable<string> parameters)
    {
        this.member = member;
        this.parameters.UnionWith(parameters);
    }

    /// <summary>Those around a place; null outside members.</summary>
    public static SignatureNames? Around(CSharpSite site)
    {
        foreach (var node in site.Left.Parent?.AncestorsAndSelf() ?? [])
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    return Of(method.Identifier.ValueText, method.ParameterList);
                case ConstructorDeclarationSyntax constructor:
                    return Of("", constructor.ParameterList);
                case LocalFunctionStatementSyntax local:
                    return Of(local.Identifier.ValueText, local.ParameterList);
                case PropertyDeclarationSyntax property:
                    return Of(property.Identifier.ValueText, null);
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>How much likelier a member of this name is.</summary>
    public double Factor(string name)
    {
        if (parameters.Contains(name)) return OfParameter;
        if (member.Length < 3 || name.Length < 3) return 1;
        return member.EndsWith(name, StringComparison.OrdinalIgnoreCase) ? OfMember : 1;
    }

    private static SignatureNames Of(string member, BaseParameterListSyntax? parameters) =>
        new(member, parameters?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []);
}
