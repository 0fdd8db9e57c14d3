using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary>An answer as a <c>CompletionList</c>, as far as this client can make use of it.</summary>
internal sealed class CompletionItems(ClientProfile client, DocumentMirror mirror, LspJson json)
{
    /// <summary>Stands beside what very probably comes.</summary>
    public const string Mark = "★";

    private const int SnippetFormat = 2;

    /// <summary>The list.</summary>
    public JObject ToList(DocumentPath path, CompletionAnswer answer)
    {
        var range = json.Range(path, answer.Replace);
        var list = new JObject { ["isIncomplete"] = answer.IsIncomplete };
        var defaults = new JObject();
        if (client.HasCompletionDefaultRange) defaults["editRange"] = range;
        if (client.HasCommitCharacterDefaults && answer.CommitCharacters.Length > 0) defaults["commitCharacters"] = Characters(answer.CommitCharacters);
        if (defaults.Count > 0) list["itemDefaults"] = defaults;
        list["items"] = new JArray(answer.Candidates
            .Where(candidate => client.HasSnippets || !candidate.IsSnippetOnly)
            .Select(candidate => ToItem(path, answer, candidate, client.HasCompletionDefaultRange ? null : range)));
        return list;
    }

    private static int KindOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Text => 1,
        CandidateKind.Method => 2,
        CandidateKind.Function => 3,
        CandidateKind.Constructor => 4,
        CandidateKind.Field => 5,
        CandidateKind.Variable => 6,
        CandidateKind.Class => 7,
        CandidateKind.Interface => 8,
        CandidateKind.Module => 9,
        CandidateKind.Property => 10,
        CandidateKind.Value => 12,
        CandidateKind.Enum => 13,
        CandidateKind.Keyword => 14,
        CandidateKind.Snippet => 15,
        CandidateKind.File => 17,
        CandidateKind.Folder => 19,
        CandidateKind.EnumMember => 20,
        CandidateKind.Constant => 21,
        CandidateKind.Struct => 22,
        CandidateKind.Event => 23,
        CandidateKind.Delegate => 7,
        CandidateKind.TypeParameter => 25,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of candidate."),
    };

    private JObject ToItem(DocumentPath path, CompletionAnswer answer, CompletionCandidate candidate, JObject? range)
    {
        var item = new JObject
        {
            ["label"] = candidate.Label,
            ["kind"] = KindOf(candidate.Kind),
            ["sortText"] = candidate.SortText,
            ["data"] = new JObject { ["uri"] = mirror.UriOf(path), ["answer"] = answer.AnswerId, ["key"] = candidate.Key },
        };
        if (candidate.FilterText is { } filter) item["filterText"] = filter;
        if (candidate.Preselect && client.HasPreselect) item["preselect"] = true;
        AddDetail(item, candidate);
        AddInsertion(item, path, answer, candidate, range);
        AddCommitCharacters(item, answer, candidate);
        if (!candidate.Additional.IsDefaultOrEmpty)
        {
            item["additionalTextEdits"] = new JArray(candidate.Additional.Select(edit => json.Edit(path, edit)));
        }

        return item;
    }

    private void AddDetail(JObject item, CompletionCandidate candidate)
    {
        var detail = candidate.Detail;
        if (client.HasLabelDetails)
        {
            var beside = new JObject();
            if (candidate.IsLikely) beside["detail"] = " " + Mark;
            if (candidate.Qualifier is { } space) beside["description"] = space;
            if (beside.Count > 0) item["labelDetails"] = beside;
        }
        else
        {
            if (detail.Length == 0) detail = candidate.Qualifier ?? "";
            if (candidate.IsLikely) detail = Marked(detail);
        }

        if (detail.Length > 0) item["detail"] = detail;
    }

    /// <summary>A detail with the mark before it.</summary>
    public static string Marked(string detail) => detail.Length == 0 ? Mark : $"{Mark} {detail}";

    private void AddInsertion(JObject item, DocumentPath path, CompletionAnswer answer, CompletionCandidate candidate, JObject? range)
    {
        var isSnippet = candidate.Snippet is not null && client.HasSnippets;
        var insert = isSnippet ? candidate.Snippet! : candidate.InsertText ?? candidate.Label;
        if (isSnippet) item["insertTextFormat"] = SnippetFormat;
        if (insert.Contains('\n', StringComparison.Ordinal))
        {
            if (client.TakesInsertTextModes) item["insertTextMode"] = ClientProfile.AdjustIndentation;

            // Whoever expands snippets indents them, also where the client does not say so (Neovim).
            else if (!client.AdjustsIndentation && !isSnippet) insert = insert.Replace("\n", "\n" + IndentationAt(path, answer.Replace.Start), StringComparison.Ordinal);
        }

        // Spec: with a default range, an item without textEdit uses textEditText, else its label.
        if (range is not null) item["textEdit"] = new JObject { ["range"] = range, ["newText"] = insert };
        else if (insert != candidate.Label) item["textEditText"] = insert;
    }

    private void AddCommitCharacters(JObject item, CompletionAnswer answer, CompletionCandidate candidate)
    {
        if (!client.HasCommitCharacters) return;
        var own = candidate.Snippet is not null && client.HasSnippets ? candidate.SnippetCommitCharacters : candidate.CommitCharacters ?? answer.CommitCharacters;
        var silent = client.HasCommitCharacterDefaults ? answer.CommitCharacters : "";
        if (own != silent) item["commitCharacters"] = Characters(own);
    }

    private string IndentationAt(DocumentPath path, TextPosition position)
    {
        if (mirror.Find(path) is not { } document) return "";
        var line = document.Buffer.Lines.ContentOf(document.Buffer.Text, position.Line);
        return line[..^line.TrimStart(" \t").Length].ToString();
    }

    private static JArray Characters(string set) => new(set.Select(character => character.ToString()));
}
