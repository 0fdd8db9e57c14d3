namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>An element of a manifest in XML, with the places of its values.</summary>
/// <param name="name">Without a namespace's prefix.</param>
internal sealed class XmlPart(Written name, XmlPart? parent)
{
    public Written Name { get; } = name;

    public XmlPart? Parent { get; } = parent;

    public List<(string Name, Written Value)> Attributes { get; } = [];

    public List<XmlPart> Children { get; } = [];

    /// <summary>What stands between the tags, where no element does.</summary>
    public Written? Content { get; set; }

    public bool Is(string name) => Name.Text.Equals(name, StringComparison.OrdinalIgnoreCase);

    public Written? Attribute(string name)
    {
        foreach (var (candidate, value) in Attributes)
        {
            if (candidate.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    public XmlPart? Child(string name) => Children.Find(child => child.Is(name));

    /// <summary>A value that may be an attribute or an element of its own.</summary>
    public Written? Value(string name) => Attribute(name) ?? Child(name)?.Content;

    /// <summary>All elements below, in the order of the text.</summary>
    public IEnumerable<XmlPart> Descendants()
    {
        // No recursion: nesting is as deep as whoever wrote the file wanted.
        var waiting = new Stack<XmlPart>(Children.AsEnumerable().Reverse());
        while (waiting.TryPop(out var next))
        {
            yield return next;
            for (var at = next.Children.Count - 1; at >= 0; at--) waiting.Push(next.Children[at]);
        }
    }
}
