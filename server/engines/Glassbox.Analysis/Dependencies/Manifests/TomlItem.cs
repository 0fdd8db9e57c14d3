namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>An entry of a TOML file.</summary>
/// <param name="Path">The parts of its table's name and of its key: <c>[a.b]</c> and <c>c.d = 1</c> are a, b, c, d.</param>
internal sealed record TomlItem(IReadOnlyList<Written> Path, TomlValue Value)
{
    /// <summary>True when the path begins so; a star stands for any part.</summary>
    public bool IsIn(params ReadOnlySpan<string> parts)
    {
        if (Path.Count < parts.Length) return false;
        for (var at = 0; at < parts.Length; at++)
        {
            if (parts[at] != "*" && Path[at].Text != parts[at]) return false;
        }

        return true;
    }
}
