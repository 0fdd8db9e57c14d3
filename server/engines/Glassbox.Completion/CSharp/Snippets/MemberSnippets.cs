using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>Members of a type.</summary>
internal static class MemberSnippets
{
    private static readonly SnippetTemplate[] OfInterface =
    [
        new("prop", "… { get; set; }", "${1:int} ${2:Name} { get; set; }$0"),
        new("propg", "… { get; }", "${1:int} ${2:Name} { get; }$0"),
        new("method", "…(…);", "${1:void} ${2:Name}($3);$0"),
    ];

    private static readonly SnippetTemplate[] OfClass =
    [
        new("prop", "public … { get; set; }", "public ${1:int} ${2:Name} { get; set; }$0"),
        new("propg", "public … { get; private set; }", "public ${1:int} ${2:Name} { get; private set; }$0"),
        new("propfull", "public … { get => …; set => …; }", "private ${1:int} ${2:name};\n\npublic $1 ${3:Name}\n{\n\tget => $2;\n\tset => $2 = value;\n}$0")
        {
            Plain = "private int name;\n\npublic int Name\n{\n\tget => name;\n\tset => name = value;\n}",
        },
        new("method", "public …(…) { }", "${1:public} ${2:void} ${3:Name}($4)\n{\n\t$0\n}") { Plain = "public void Name()\n{\n}" },
    ];

    private static readonly (string Namespace, string Assembly, string Attribute)[] TestFrameworks =
    [
        ("NUnit.Framework", "nunit.framework.dll", "Test"),
        ("Xunit", "xunit.core.dll", "Fact"),
        ("Xunit", "xunit.v3.core.dll", "Fact"),
        ("Microsoft.VisualStudio.TestTools.UnitTesting", "Microsoft.VisualStudio.TestPlatform.TestFramework.dll", "TestMethod"),
        ("Microsoft.VisualStudio.TestTools.UnitTesting", "MSTest.TestFramework.dll", "TestMethod"),
    ];

    /// <summary>Those of a place.</summary>
    public static IEnumerable<SnippetTemplate> At(CSharpSite site, Project project)
    {
        var type = site.Left.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null) return [];
        if (type is InterfaceDeclarationSyntax) return OfInterface;
        var constructors = type.ParameterList is null && type is not ExtensionBlockDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.StaticKeyword) ? Constructors(type) : [];
        return [.. OfClass, .. constructors, .. Tests(site, type, project)];
    }

    private static IEnumerable<SnippetTemplate> Constructors(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.Text;
        var access = type.Modifiers.Any(SyntaxKind.AbstractKeyword) ? "protected" : "public";
        yield return new("ctor", $"{access} {name}(…) {{ }}", $"{access} {name}($1)\n{{\n\t$0\n}}") { Plain = $"{access} {name}()\n{{\n}}" };

        var unset = UnsetMembers.Of(type);
        if (unset.Count == 0) yield break;
        var parameters = string.Join(", ", unset.Select(member => $"{member.Type} {member.Parameter}"));
        var assignments = string.Join("\n", unset.Select(member => $"\t{member.Target} = {member.Parameter};"));
        var text = $"{access} {name}({parameters})\n{{\n{assignments}\n}}";
        yield return new($"ctor({string.Join(", ", unset.Select(member => member.Parameter))})", $"{access} {name}({parameters}) {{ … }}", SnippetTemplate.Escape(text) + "$0") { Plain = SnippetTemplate.Escape(text) };
    }

    private static IEnumerable<SnippetTemplate> Tests(CSharpSite site, TypeDeclarationSyntax type, Project project)
    {
        if (type is not ClassDeclarationSyntax || site.Root is not CompilationUnitSyntax unit) yield break;
        var imported = unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Select(directive => directive.NamespaceOrType.ToString()).ToHashSet(StringComparer.Ordinal);
        var attribute = TestFrameworks.FirstOrDefault(framework => imported.Contains(framework.Namespace)).Attribute ?? OfReferences(project);
        if (attribute is null) yield break;
        yield return new("test", $"[{attribute}] public void …() {{ }}", $"[{attribute}]\npublic void ${{1:Condition_Outcome}}()\n{{\n\t$0\n}}")
        {
            Plain = $"[{attribute}]\npublic void Condition_Outcome()\n{{\n}}",
        };
    }

    private static string? OfReferences(Project project)
    {
        foreach (var reference in project.MetadataReferences)
        {
            if (reference is not PortableExecutableReference { FilePath: { } path }) continue;
            var file = Path.GetFileName(path.AsSpan());
            foreach (var (_, assembly, attribute) in TestFrameworks)
            {
                if (file.Equals(assembly, StringComparison.OrdinalIgnoreCase)) return attribute;
            }
        }

        return null;
    }
}
