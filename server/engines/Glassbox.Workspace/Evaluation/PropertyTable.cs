namespace Glassbox.Workspace.Evaluation;

/// <summary>
/// The properties of one evaluation. A property whose value depends on something that only MSBuild can compute is known to
/// be unknown, which is not the same as empty.
/// </summary>
internal sealed class PropertyTable
{
    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> global = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value, the empty string where there is none, or null where it is unknown.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) ? value : "";

    /// <summary>The value, or the empty string where it is unknown.</summary>
    public string Text(string name) => this[name] ?? "";

    /// <summary>True for <c>true</c>; false for anything else.</summary>
    public bool IsTrue(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True unless the value is <c>false</c>.</summary>
    public bool IsNotFalse(string name) => !string.Equals(this[name], "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sets a value; a global one stays.</summary>
    public void Set(string name, string? value)
    {
        if (!global.Contains(name)) values[name] = value;
    }

    /// <summary>Sets a value that the project cannot change.</summary>
    public void SetGlobal(string name, string value)
    {
        values[name] = value;
        global.Add(name);
    }

    /// <summary>Sets a value where there is none.</summary>
    public void SetDefault(string name, string value)
    {
        if (this[name] is "") Set(name, value);
    }
}
