using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Describe;

/// <summary>A symbol's XML documentation as Markdown.</summary>
internal static class DocumentationMarkdown
{
    // inheritdoc of inheritdoc of …; a cycle of cref must end.
    private const int MaxInheritance = 8;

    /// <summary>The documentation; empty where there is none or where it is not well-formed.</summary>
    public static string Of(ISymbol symbol, Compilation? compilation, CancellationToken cancellationToken)
    {
        var root = Find(symbol, compilation, MaxInheritance, cancellationToken);
        if (root is null) return "";
        var parts = new List<string>();
        Add(parts, null, root.Element("summary"));
        AddList(parts, "Type parameters", root.Elements("typeparam"));
        if (symbol is IParameterSymbol parameter) AddList(parts, null, root.Elements("param").Where(element => (string?)element.Attribute("name") == parameter.Name));
        else AddList(parts, "Parameters", root.Elements("param"));
        Add(parts, "Returns", root.Element("returns"));
        Add(parts, "Value", root.Element("value"));
        AddExceptions(parts, root.Elements("exception"));
        Add(parts, "Remarks", root.Element("remarks"));
        Add(parts, "Example", root.Element("example"));
        return string.Join("\n\n", parts);
    }

    private static XElement? Find(ISymbol symbol, Compilation? compilation, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0) return null;
        var owner = symbol switch
        {
            IParameterSymbol => symbol.ContainingSymbol,
            IMethodSymbol { ReducedFrom: { } definition } => definition,
            IAliasSymbol alias => alias.Target,
            _ => symbol,
        };
        if (owner is null) return null;
        var root = Parse(owner.OriginalDefinition.GetDocumentationCommentXml(cancellationToken: cancellationToken));
        if (root is null) return null;
        if (root.Descendants("inheritdoc").FirstOrDefault() is not { } inherit) return root;

        var named = (string?)inherit.Attribute("cref") is { } id && compilation is not null ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) : null;
        var source = (named is null ? Bases(owner) : [named]).Select(candidate => Find(candidate, compilation, depth - 1, cancellationToken)).FirstOrDefault(found => found is not null);
        if (source is null) return root;

        // What is written beside <inheritdoc/> wins over what is inherited.
        var own = root.Elements().Where(element => element.Name != "inheritdoc").Select(KeyOf).ToHashSet();
        root.Add(source.Elements().Where(element => !own.Contains(KeyOf(element))));
        return root;

        static (string, string?) KeyOf(XElement element) => (element.Name.LocalName, (string?)element.Attribute("name") ?? (string?)element.Attribute("cref"));
    }

    private static IEnumerable<ISymbol> Bases(ISymbol symbol)
    {
        ISymbol? overridden = symbol switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol change => change.OverriddenEvent,
            INamedTypeSymbol type => type.BaseType,
            _ => null,
        };
        if (overridden is not null) yield return overridden;
        if (symbol is INamedTypeSymbol named)
        {
            foreach (var contract in named.Interfaces) yield return contract;
        }
        else if (symbol.ContainingType is { } owner)
        {
            foreach (var member in owner.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name)))
            {
                if (symbol.Equals(owner.FindImplementationForInterfaceMember(member), SymbolEqualityComparer.Default)) yield return member;
            }
        }
    }

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            // Reference assemblies give the member's inner elements, source gives <member>; one root serves both.
            return XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace) is var root && root.Element("member") is { } member ? member : root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Add(List<string> parts, string? heading, XElement? element)
    {
        var text = element is null ? "" : Render(element);
        if (text.Length > 0) parts.Add(heading is null ? text : $"**{heading}**  \n{text}");
    }

    private static void AddList(List<string> parts, string? heading, IEnumerable<XElement> elements)
    {
        var lines = elements.Select(element => (Name: (string?)element.Attribute("name"), Text: Render(element))).Where(line => line.Text.Length > 0)
            .Select(line => $"- `{line.Name}`: {line.Text.Replace("\n", "\n  ", StringComparison.Ordinal)}").ToList();
        if (lines.Count > 0) parts.Add((heading is null ? "" : $"**{heading}**\n\n") + string.Join('\n', lines));
    }

    private static void AddExceptions(List<string> parts, IEnumerable<XElement> elements)
    {
        var lines = elements.Select(element => $"- `{NameOf((string?)element.Attribute("cref"))}`: {Render(element).Replace("\n", "\n  ", StringComparison.Ordinal)}").ToList();
        if (lines.Count > 0) parts.Add("**Exceptions**\n\n" + string.Join('\n', lines));
    }

    private static string Render(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes()) Render(node, text);
        return text.ToString().Trim();
    }

    private static void Render(XNode node, StringBuilder text)
    {
        if (node is XText words)
        {
            text.Append(Collapse(words.Value, text));
            return;
        }

        if (node is not XElement element) return;
        switch (element.Name.LocalName)
        {
            case "see" or "seealso": text.Append(Reference(element)); break;
            case "paramref" or "typeparamref": text.Append('`').Append((string?)element.Attribute("name")).Append('`'); break;
            case "c": text.Append('`').Append(element.Value.Trim()).Append('`'); break;
            case "code": Break(text).Append("```csharp\n").Append(Dedent(element.Value)).Append("\n```\n\n"); break;
            case "para": Break(text).Append(Render(element)).Append("\n\n"); break;
            case "br": text.Append("  \n"); break;
            case "b" or "strong": text.Append("**").Append(Render(element)).Append("**"); break;
            case "i" or "em": text.Append('*').Append(Render(element)).Append('*'); break;
            case "list": RenderList(element, text); break;
            default:
                foreach (var child in element.Nodes()) Render(child, text);
                break;
        }
    }

    private static void RenderList(XElement list, StringBuilder text)
    {
        Break(text);
        var number = 0;
        var numbered = (string?)list.Attribute("type") == "number";
        foreach (var item in list.Elements("item"))
        {
            number++;
            var term = item.Element("term") is { } name ? Render(name) : "";
            var description = item.Element("description") is { } body ? Render(body) : term.Length > 0 ? "" : Render(item);
            text.Append(numbered ? $"{number}. " : "- ").Append(term.Length > 0 && description.Length > 0 ? $"**{term}**: {description}" : term + description).Append('\n');
        }

        text.Append('\n');
    }

    private static StringBuilder Break(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
        return text.Length == 0 ? text : text.Append("\n\n");
    }

    private static string Reference(XElement element)
    {
        if ((string?)element.Attribute("langword") is { } word) return $"`{word}`";
        if ((string?)element.Attribute("href") is { } link) return $"[{(element.Value.Length > 0 ? element.Value : link)}]({link})";
        return element.Value.Length > 0 ? element.Value : $"`{NameOf((string?)element.Attribute("cref"))}`";
    }

    /// <summary>"M:System.String.Join(System.String)" as "String.Join"; types by their last name.</summary>
    private static string NameOf(string? cref)
    {
        if (cref is null) return "";
        var isMember = cref.Length > 1 && cref[1] == ':' && cref[0] is not ('T' or 'N' or '!');
        var name = cref.Length > 1 && cref[1] == ':' ? cref[2..] : cref;
        var parenthesis = name.IndexOf('(', StringComparison.Ordinal);
        if (parenthesis >= 0) name = name[..parenthesis];
        var parts = name.Split('.');
        var kept = parts[^Math.Min(parts.Length, isMember ? 2 : 1)..].Select(part => part.Split('`')[0]);
        return string.Join('.', kept).Replace(".#ctor", "", StringComparison.Ordinal);
    }

    private static string Collapse(string value, StringBuilder before)
    {
        var text = new StringBuilder(value.Length);
        var space = before.Length == 0 || char.IsWhiteSpace(before[^1]);
        foreach (var character in value)
        {
            if (!char.IsWhiteSpace(character))
            {
                text.Append(character);
                space = false;
            }
            else if (!space)
            {
                text.Append(' ');
                space = true;
            }
        }

        return text.ToString();
    }

    private static string Dedent(string code)
    {
        var lines = code.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).ToList();
        var indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..])).TrimEnd();
    }
}
