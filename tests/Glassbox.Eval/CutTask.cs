namespace Glassbox.Eval;

/// <summary>What is taken away before the question, and where.</summary>
/// <param name="Name">On the command line and in tables.</param>
/// <param name="IsReplay">Only lines that were added since a commit are asked about.</param>
/// <param name="CutsBelow">Everything after the cursor is gone, not only the rest of its line.</param>
internal sealed record CutTask(string Name, bool IsReplay, bool CutsBelow)
{
    /// <summary>The rest of the line: somebody edits a file.</summary>
    public static CutTask Suffix { get; } = new("suffix", IsReplay: false, CutsBelow: false);

    private static readonly CutTask[] All =
    [
        Suffix, new("suffix-prefix", IsReplay: false, CutsBelow: true), new("replay", IsReplay: true, CutsBelow: false), new("replay-prefix", IsReplay: true, CutsBelow: true),
    ];

    /// <summary>The task of a name, or null.</summary>
    public static CutTask? Named(string name) => Array.Find(All, task => task.Name == name);

    /// <summary>The text as it is when the question is asked, the cursor at its offset.</summary>
    public string Cut(string text, int offset) => CutsBelow ? text[..offset] : string.Concat(text.AsSpan(0, offset), text.AsSpan(LineEnd(text, offset)));

    /// <summary>Where the line of an offset ends, before its line break.</summary>
    public static int LineEnd(string text, int offset) => text.AsSpan(offset).IndexOfAny('\r', '\n') is var length and >= 0 ? offset + length : text.Length;
}
