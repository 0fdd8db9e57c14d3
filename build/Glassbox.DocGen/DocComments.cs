using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Glassbox.DocGen;

/// <summary>The documentation comments of an assembly, from the file that the compiler writes beside it.</summary>
public sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> members;

    private DocComments(Dictionary<string, XElement> members) => this.members = members;

    /// <summary>Reads the comments of an assembly.</summary>
    /// <exception cref="FileNotFoundException">The assembly was built without a documentation file.</exception>
    public static DocComments Of(Assembly assembly)
    {
        var document = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        return new DocComments(document.Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal));
    }

    /// <summary>A property's summary, as one line of Markdown.</summary>
    public string Summary(PropertyInfo property) => Text($"P:{property.DeclaringType!.FullName}.{property.Name}", "summary");

    /// <summary>An enum member's summary.</summary>
    public string Summary(Type type, string member) => Text($"F:{type.FullName}.{member}", "summary");

    /// <summary>A type's summary.</summary>
    public string Summary(Type type) => Text($"T:{type.FullName}", "summary");

    /// <summary>A record's parameter.</summary>
    public string Parameter(Type type, string name) =>
        members.GetValueOrDefault($"T:{type.FullName}")?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name) is { } element
            ? Render(element)
            : throw new InvalidOperationException($"{type.Name}.{name} has no documentation.");

    private string Text(string id, string element) =>
        members.GetValueOrDefault(id)?.Element(element) is { } found ? Render(found) : throw new InvalidOperationException($"{id} has no {element}.");

    private static string Render(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "paramref" } reference => $"`{(string?)reference.Attribute("name")}`",
            XElement { Name.LocalName: "see" } reference => $"`{((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? "").Split('.', ':')[^1]}`",
            XElement other => other.Value,
            XText plain => plain.Value,
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
