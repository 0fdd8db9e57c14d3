using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>The names that the member around a place is declared with: what it is called and takes is often what it sets and reads.</summary>
internal sealed class SignatureNames
{
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

    /// <summary>A parameter has this name, whatever its case.</summary>
    public bool HasParameter(string name) => parameters.Contains(name);

    /// <summary>The member's own name ends with this one.</summary>
    public bool EndsWith(string name) => member.Length > 2 && name.Length > 2 && member.EndsWith(name, StringComparison.OrdinalIgnoreCase);

    private static SignatureNames Of(string member, BaseParameterListSyntax? parameters) =>
        new(member, parameters?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []);
}
