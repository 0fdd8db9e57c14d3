using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Feedback;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/completion</c>.</summary>
internal sealed class CompletionMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/completion";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var path = parameters.Document();
        var position = session.Mirror.ToUtf16(path, parameters.Position());
        var trigger = parameters.Optional<string>("context.triggerCharacter") is [var typed] ? typed : (char?)null;
        var isExplicit = parameters.Optional<int?>("context.triggerKind") is null or 1 && trigger is null;
        var started = session.Time.GetTimestamp();
        CompletionAnswer answer;
        try
        {
            answer = await session.Core.Core.CompleteAsync(new CompletionQuery(path, position, trigger, isExplicit), cancellationToken);
        }
        catch (CoreUnavailableException)
        {
            answer = WordsOfDocument.Complete(session.Mirror.Find(path), position);
        }

        session.Messages.TraceAnswer(Name, session.Time.GetElapsedTime(started).TotalMilliseconds, $"{answer.Candidates.Length} items from {answer.Provenance.Engine}");
        return ToList(path, answer);
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
        CandidateKind.Enum => 13,
        CandidateKind.Keyword => 14,
        CandidateKind.Snippet => 15,
        CandidateKind.EnumMember => 20,
        CandidateKind.Constant => 21,
        CandidateKind.Struct => 22,
        CandidateKind.Event => 23,
        CandidateKind.Delegate => 7,
        CandidateKind.TypeParameter => 25,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of candidate."),
    };

    private JObject ToList(DocumentPath path, CompletionAnswer answer)
    {
        var range = session.Json.Range(path, answer.Replace);
        var shared = session.Client.HasCompletionDefaultRange;
        var list = new JObject { ["isIncomplete"] = answer.IsIncomplete };
        if (shared) list["itemDefaults"] = new JObject { ["editRange"] = range };
        list["items"] = new JArray(answer.Candidates.Select(candidate => ToItem(path, answer, candidate, shared ? null : range)));
        return list;
    }

    private JObject ToItem(DocumentPath path, CompletionAnswer answer, CompletionCandidate candidate, JObject? range)
    {
        var item = new JObject
        {
            ["label"] = candidate.Label,
            ["kind"] = KindOf(candidate.Kind),
            ["sortText"] = candidate.SortText,
            ["data"] = new JObject { ["uri"] = session.Mirror.UriOf(path), ["answer"] = answer.AnswerId, ["key"] = candidate.Key },
        };
        if (candidate.Detail.Length > 0) item["detail"] = candidate.Detail;
        if (candidate.FilterText is { } filter) item["filterText"] = filter;
        if (candidate.Preselect && session.Client.HasPreselect) item["preselect"] = true;
        if (candidate.Qualifier is { } qualifier)
        {
            if (session.Client.HasLabelDetails) item["labelDetails"] = new JObject { ["description"] = qualifier };
            else if (candidate.Detail.Length == 0) item["detail"] = qualifier;
        }

        var insert = candidate.InsertText ?? candidate.Label;
        // Spec: with a default range, an item without textEdit uses textEditText, else its label.
        if (range is not null) item["textEdit"] = new JObject { ["range"] = range, ["newText"] = insert };
        else if (candidate.InsertText is not null) item["textEditText"] = insert;
        if (!candidate.Additional.IsDefaultOrEmpty)
        {
            item["additionalTextEdits"] = new JArray(candidate.Additional.Select(edit => session.Json.Edit(path, edit)));
        }

        return item;
    }
}
