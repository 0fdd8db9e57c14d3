namespace Glassbox.Cli.Doctor;

/// <summary>The editors that are looked for.</summary>
internal static class Editors
{
    /// <summary>In the order in which they are shown. Those that open a window or start slowly are not run.</summary>
    public static Editor[] Known { get; } =
    [
        new("VS Code", ["code", "codium", "code-insiders"], TellsVersion: false, null),
        new("Neovim", ["nvim"], TellsVersion: true, new Version(0, 11)),
        new("Rider", ["rider", "rider.sh", "rider64"], TellsVersion: false, null),
        new("Emacs", ["emacs"], TellsVersion: true, new Version(29, 1)),
        new("Helix", ["hx", "helix"], TellsVersion: true, null),
        new("Zed", ["zed", "zeditor"], TellsVersion: false, null),
    ];

    /// <summary>Those that are there, and those that are not in one line.</summary>
    public static IEnumerable<DoctorEntry> Summarize(DoctorEntry[] editors)
    {
        var absent = editors.Where(editor => editor.Status == DoctorStatus.Absent).Select(editor => editor.Name).ToList();
        foreach (var editor in editors.Where(editor => editor.Status != DoctorStatus.Absent)) yield return editor;
        if (absent.Count == 0) yield break;
        yield return absent.Count < editors.Length
            ? new DoctorEntry("Other editors", DoctorStatus.Absent, $"not on the PATH: {string.Join(", ", absent)}")
            : new DoctorEntry(
                "Editors", DoctorStatus.Warning, $"None on the PATH of {string.Join(", ", absent)}.",
                "Any editor that speaks the language server protocol will do: let it start `glassbox lsp`.");
    }
}
