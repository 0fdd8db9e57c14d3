using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>A code action as it was listed or resolved.</summary>
public sealed record WireCodeAction(JsonObject Json)
{
    /// <summary>What the menu shows.</summary>
    public string Title => (string)Json["title"]!;

    /// <summary>Such as <c>quickfix</c> or <c>source.fixAll.glassbox</c>.</summary>
    public string? Kind => (string?)Json["kind"];

    /// <summary>The one that "fix this" takes.</summary>
    public bool IsPreferred => (bool?)Json["isPreferred"] ?? false;

    /// <summary>Why it cannot be taken, or null.</summary>
    public string? DisabledReason => (string?)Json["disabled"]?["reason"];

    /// <summary>The workspace edit, or null before it is resolved.</summary>
    public JsonObject? Edit => Json["edit"] as JsonObject;

    /// <summary>The diagnostics that it is about.</summary>
    public IReadOnlyList<WireDiagnostic> Diagnostics => WireDiagnostic.ReadAll(Json["diagnostics"]);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Title}{(DisabledReason is { } reason ? $" (disabled: {reason})" : "")}";
}
