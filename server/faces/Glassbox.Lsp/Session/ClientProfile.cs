using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;

namespace Glassbox.Lsp.Session;

/// <summary>What a client is and can, read from its parameters of <c>initialize</c>; whatever is missing or malformed counts as absent.</summary>
internal sealed class ClientProfile
{
    /// <summary><c>InsertTextMode.adjustIndentation</c>. Spec: LSP 3.18.</summary>
    public const int AdjustIndentation = 2;

    private readonly JsonObject parameters;

    /// <summary>Reads a client's own parameters.</summary>
    public ClientProfile(JsonObject parameters)
    {
        this.parameters = parameters;
        Encoding = Strings("general.positionEncodings").Select(TryEncoding).FirstOrDefault(encoding => encoding is not null)
            ?? PositionEncoding.Utf16;
        Folders = [.. ReadFolders()];
        Name = Text(parameters["clientInfo"]?["name"]) ?? "the editor";
        ProcessId = parameters["processId"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var id) ? id : null;
        Trusted = (parameters["initializationOptions"] as JsonObject)?["trusted"] is JsonValue trusted && trusted.TryGetValue<bool>(out var said) ? said : null;
        InitialSettings = (parameters["initializationOptions"] as JsonObject)?["settings"];
        Trace = Text(parameters["trace"]) ?? "off";
        CodeActionsResolveEdits = Strings("textDocument.codeAction.resolveSupport.properties").Contains("edit", StringComparer.Ordinal);
        var defaults = Strings("textDocument.completion.completionList.itemDefaults").ToArray();
        HasCompletionDefaultRange = defaults.Contains("editRange", StringComparer.Ordinal);
        HasCommitCharacterDefaults = defaults.Contains("commitCharacters", StringComparer.Ordinal) && HasCommitCharacters;
        var modes = Find("textDocument.completion.completionItem.insertTextModeSupport.valueSet") as JsonArray ?? [];
        TakesInsertTextModes = modes.Any(mode => Number(mode) == AdjustIndentation);
        AdjustsIndentation = TakesInsertTextModes || Number(Find("textDocument.completion.insertTextMode")) == AdjustIndentation;
        HasMarkdown = Strings("textDocument.hover.contentFormat").Contains("markdown", StringComparer.Ordinal);
        HasMarkdownDocumentation = Strings("textDocument.completion.completionItem.documentationFormat").Contains("markdown", StringComparer.Ordinal);
    }

    /// <summary>As the client calls itself.</summary>
    public string Name { get; }

    /// <summary>Columns are counted in these units.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>The workspace's folders.</summary>
    public ImmutableArray<DocumentPath> Folders { get; }

    /// <summary>The process that started the server, or null.</summary>
    public int? ProcessId { get; }

    /// <summary>What <c>initializationOptions.trusted</c> says, or null.</summary>
    public bool? Trusted { get; }

    /// <summary>What <c>initializationOptions.settings</c> says, or null.</summary>
    public JsonNode? InitialSettings { get; }

    /// <summary>The trace level to begin with.</summary>
    public string Trace { get; }

    /// <summary>Asks for diagnostics itself, so that none are pushed.</summary>
    public bool PullsDiagnostics => Has("textDocument.diagnostic");

    /// <summary>Takes a hint that diagnostics should be asked for again.</summary>
    public bool RefreshesDiagnostics => Flag("workspace.diagnostics.refreshSupport");

    /// <summary>Shows related locations.</summary>
    public bool HasRelatedInformation =>
        Flag("textDocument.publishDiagnostics.relatedInformation") || Flag("textDocument.diagnostic.relatedInformation");

    /// <summary>Shows a link on a diagnostic's code.</summary>
    public bool HasCodeDescription =>
        Flag("textDocument.publishDiagnostics.codeDescriptionSupport") || Flag("textDocument.diagnostic.codeDescriptionSupport") || PullsDiagnostics;

    /// <summary>Takes code actions as literals, rather than commands only.</summary>
    public bool HasCodeActionLiterals => Has("textDocument.codeAction.codeActionLiteralSupport");

    /// <summary>Resolves a code action's edit.</summary>
    public bool CodeActionsResolveEdits { get; }

    /// <summary>Shows why a code action cannot be taken.</summary>
    public bool HasDisabledActions => Flag("textDocument.codeAction.disabledSupport");

    /// <summary>Gives a code action's data back when it resolves it.</summary>
    public bool HasActionData => Flag("textDocument.codeAction.dataSupport");

    /// <summary>Takes edits with document versions.</summary>
    public bool HasDocumentChanges => Flag("workspace.workspaceEdit.documentChanges");

    /// <summary>Takes one range for all items of a completion list.</summary>
    public bool HasCompletionDefaultRange { get; }

    /// <summary>Takes one set of commit characters for all items of a completion list.</summary>
    public bool HasCommitCharacterDefaults { get; }

    /// <summary>Accepts an item when one of its commit characters is typed.</summary>
    public bool HasCommitCharacters => Flag("textDocument.completion.completionItem.commitCharactersSupport");

    /// <summary>Knows tab stops in what an item inserts.</summary>
    public bool HasSnippets => Flag("textDocument.completion.completionItem.snippetSupport");

    /// <summary>Can be told to indent the further lines of what an item inserts.</summary>
    public bool TakesInsertTextModes { get; }

    /// <summary>Indents them, told or not.</summary>
    public bool AdjustsIndentation { get; }

    /// <summary>Shows a namespace beside a label.</summary>
    public bool HasLabelDetails => Flag("textDocument.completion.completionItem.labelDetailsSupport");

    /// <summary>Preselects an item.</summary>
    public bool HasPreselect => Flag("textDocument.completion.completionItem.preselectSupport");

    /// <summary>Shows Markdown in a hover.</summary>
    public bool HasMarkdown { get; }

    /// <summary>Shows Markdown beside a completion item.</summary>
    public bool HasMarkdownDocumentation { get; }

    /// <summary>Shows progress that the server begins.</summary>
    public bool HasWorkDoneProgress => Flag("window.workDoneProgress");

    /// <summary>Answers <c>workspace/configuration</c>.</summary>
    public bool HasConfiguration => Flag("workspace.configuration");

    /// <summary>Watches files for the server.</summary>
    public bool WatchesFiles => Flag("workspace.didChangeWatchedFiles.dynamicRegistration");

    /// <summary>True when a capability is there, whatever its value but null and false.</summary>
    public bool Has(string path) => Find(path) is { } node && node.GetValueKind() is not JsonValueKind.False;

    /// <summary>True when a capability is <c>true</c>.</summary>
    public bool Flag(string path) => Find(path)?.GetValueKind() == JsonValueKind.True;

    /// <summary>The name of an encoding in the protocol.</summary>
    public static string NameOf(PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Utf8 => "utf-8",
        PositionEncoding.Utf32 => "utf-32",
        _ => "utf-16",
    };

    private static PositionEncoding? TryEncoding(string name) => name switch
    {
        "utf-8" => PositionEncoding.Utf8,
        "utf-16" => PositionEncoding.Utf16,
        "utf-32" => PositionEncoding.Utf32,
        _ => null,
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static int? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;

    private JsonNode? Find(string path)
    {
        JsonNode? node = parameters["capabilities"];
        foreach (var name in path.Split('.'))
        {
            if (node is not JsonObject holder) return null;
            node = holder[name];
        }

        return node;
    }

    private IEnumerable<string> Strings(string path) =>
        Find(path) is JsonArray array ? array.Select(Text).OfType<string>() : [];

    private IEnumerable<DocumentPath> ReadFolders()
    {
        if (parameters["workspaceFolders"] is JsonArray folders)
        {
            return folders.Select(folder => Text((folder as JsonObject)?["uri"])).OfType<string>().Select(Uris.ToPath).Where(path => path.IsFile);
        }

        if (Text(parameters["rootUri"]) is { } uri) return new[] { Uris.ToPath(uri) }.Where(path => path.IsFile);
        return Text(parameters["rootPath"]) is { Length: > 0 } root && Path.IsPathRooted(root) ? [DocumentPath.FromFile(root)] : [];
    }
}
