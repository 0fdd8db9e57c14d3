using System.Collections.Immutable;

namespace Glassbox.Lsp.Session;

/// <summary>The requests that are not of the protocol.</summary>
public static class CustomMessages
{
    /// <summary>What is loaded and how the core is.</summary>
    public const string Status = "glassbox/status";

    /// <summary>The next edit, as GitHub's Copilot language server names the question.</summary>
    public const string InlineEdit = "textDocument/copilotInlineEdit";

    /// <summary>All of them.</summary>
    public static ImmutableArray<CustomMessage> All { get; } =
    [
        new(Status, "A request without parameters, answered at any time, also while the core is away.",
        [
            ("state", "`ready`, `loading` or `restarting`", "What a status line would show."),
            ("learning", "boolean", "Something that was loaded or typed has not been learned yet, so completion is not yet as good as it gets."),
            ("core.pid", "integer or null", "The process that holds the engines."),
            ("core.restarts", "integer", "How often it had to be started anew."),
            ("core.state", "`starting`, `running`, `waiting` or `ended`", "Whether it answers."),
            ("model", "text", "The model endpoint in use; `none` where there is none."),
            ("folders[].path, .tier, .trusted", "text, text, boolean or null", "Each workspace folder, how well its projects are known, and whether its build logic may run."),
            ("projects[].name, .path, .tier, .documents, .problems", "text, text, text, integer, list of texts", "Each project; `tier` is `loose` (files without a project), `data` (read without MSBuild) or `evaluated`."),
        ]),
        new(InlineEdit, "A request with `textDocument` (`uri`, and the `version` that the client holds) and `position`: where should the edit that the user just made be made next? Asked by editor plugins for next-edit suggestions; at most one edit, none for another version than the newest.",
        [
            ("edits[].text", "text", "What comes."),
            ("edits[].range", "Range", "What goes; empty for an insertion. Anywhere in the document, the places after `position` first."),
            ("edits[].textDocument.uri, .version", "text, integer", "The document and the version that the edit was made and verified for."),
        ]),
    ];
}
