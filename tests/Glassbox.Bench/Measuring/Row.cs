namespace Glassbox.Bench.Measuring;

/// <summary>A row of the table: what is measured, in which unit, and what users must feel at most.</summary>
/// <param name="Title">As the table names it.</param>
/// <param name="Unit"><c>ms</c> or <c>MiB</c>.</param>
/// <param name="TargetP50">The most that half of the samples may take, or null for none.</param>
/// <param name="TargetP95">The most that 95 of 100 samples may take, or null for none.</param>
internal sealed record Row(string Title, string Unit, double? TargetP50, double? TargetP95)
{
    /// <summary>Process start until the answer to <c>initialize</c> is complete.</summary>
    public static Row Initialize { get; } = new("process start → initialize answered (cold)", "ms", 350, 500);

    /// <summary>From <c>initialized</c> until a completion at a dot has a member of a type of another file.</summary>
    public static Row FirstMember { get; } = new("initialized → first right member completion", "ms", null, null);

    /// <summary>From <c>initialized</c> until everything is read as data.</summary>
    public static Row Load { get; } = new("initialized → solution read as data", "ms", 1000, null);

    /// <summary>From <c>initialized</c> until MSBuild has evaluated every project.</summary>
    public static Row Evaluate { get; } = new("initialized → solution evaluated by MSBuild", "ms", null, null);

    /// <summary>Completion at a dot while the solution is being loaded.</summary>
    public static Row PopupDuringLoad { get; } = new("popup completion during the load", "ms", 15, 50);

    /// <summary>From the dot's keystroke to the list.</summary>
    public static Row Popup { get; } = new("popup completion, keystroke at a dot", "ms", 15, 50);

    /// <summary>From a letter's keystroke to the narrowed list.</summary>
    public static Row Continuation { get; } = new("popup continued by a letter", "ms", 15, 50);

    /// <summary>From a keystroke to the answer about ghost text.</summary>
    public static Row Ghost { get; } = new("ghost text without a model", "ms", 25, 80);

    /// <summary>From a keystroke that types what ghost text says to the rest of it.</summary>
    public static Row GhostRest { get; } = new("ghost text while it is typed", "ms", 25, 80);

    /// <summary>From a keystroke to pulled findings that know of it.</summary>
    public static Row Findings { get; } = new("keystroke → new diagnostics of that file", "ms", 200, 400);

    /// <summary>The list at a finding.</summary>
    public static Row Actions { get; } = new("code action list", "ms", 15, 50);

    /// <summary>A fix with its edit, verified.</summary>
    public static Row Resolve { get; } = new("code action resolved (verified fix)", "ms", null, null);

    /// <summary>The explanation of a finding.</summary>
    public static Row Hover { get; } = new("hover on a finding", "ms", null, null);

    /// <summary>From <c>$/cancelRequest</c> to the answer of what it named.</summary>
    public static Row Cancelled { get; } = new("cancelled request answered", "ms", 5, 20);

    /// <summary>Resident memory of the face when the load is over.</summary>
    public static Row FaceMemory { get; } = new("memory of the face after load", "MiB", 110, null);

    /// <summary>Resident memory of the core when the load is over.</summary>
    public static Row CoreMemory { get; } = new("memory of the core after load", "MiB", 450, null);

    /// <summary>Resident memory of the core at the end of the typing rows.</summary>
    public static Row CoreMemoryLater { get; } = new("memory of the core after all this", "MiB", null, null);

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        Initialize, FirstMember, Load, Evaluate, PopupDuringLoad, Popup, Continuation, Ghost, GhostRest, Findings, Actions, Resolve, Hover, Cancelled, FaceMemory, CoreMemory, CoreMemoryLater,
    ];
}
