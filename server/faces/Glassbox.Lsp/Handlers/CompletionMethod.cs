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
        return new CompletionItems(session.Client, session.Mirror, session.Json).ToList(path, answer);
    }
}
