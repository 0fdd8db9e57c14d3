using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/codeAction</c>.</summary>
internal sealed class CodeActionMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/codeAction";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        // A client without literals can only be sent commands; everything here is an edit.
        if (!session.Client.HasCodeActionLiterals) return new JArray();
        var path = parameters.Document();
        var asked = parameters.Range();
        var range = new TextRange(session.Mirror.ToUtf16(path, asked.Start), session.Mirror.ToUtf16(path, asked.End));
        var only = (parameters.Optional<JToken>("context.only") as JArray)?.Select(kind => kind.ToString()).ToList() ?? [];
        var wantsListed = only.Count == 0 || only.Exists(wanted => IsWithin(QuickFix, wanted) || IsWithin(Features.NextEditKind, wanted));
        var wantsSource = only.Exists(wanted => IsWithin(Features.FixAllKind, wanted));
        // On every save an editor asks for source actions, most of them not ours: nothing is computed for those.
        if (!wantsListed) return wantsSource ? await FixDocumentAsync(path, cancellationToken) : new JArray();

        var core = session.Core.Core;
        var listing = core.ListActionsAsync(path, range, cancellationToken);
        // Other languages have no findings, and need not wait for those of a load.
        var finding = IsCSharp(path) ? core.FindAsync(path, cancellationToken) : Task.FromResult(new DocumentFindings(path, null, "", []));
        var offers = await listing;
        var findings = (await finding).Findings.ToLookup(one => one.Fingerprint, StringComparer.Ordinal);
        await session.Rules.LoadAsync(core, cancellationToken);

        var actions = new JArray();
        foreach (var offer in offers)
        {
            var kind = KindOf(offer.Id);
            if (only.Count > 0 && !only.Exists(wanted => IsWithin(kind, wanted))) continue;
            if (offer.DisabledReason is not null && !session.Client.HasDisabledActions) continue;
            if (await ToActionAsync(offer, kind, findings, cancellationToken) is { } action) actions.Add(action);
        }

        return actions;
    }

    private const string QuickFix = "quickfix";

    private static string KindOf(CodeActionId id) => id.Kind switch
    {
        CodeActionKind.FixAllInDocument => Features.FixAllKind,
        CodeActionKind.NextEdit => Features.NextEditKind,
        _ => QuickFix,
    };

    private bool IsCSharp(DocumentPath path) => path.IsCSharp || session.Mirror.Find(path)?.LanguageId is "csharp" or "cs";

    // Spec: kinds are hierarchical, `source` asks for `source.fixAll.glassbox` too.
    private static bool IsWithin(string kind, string wanted) =>
        kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal) || wanted.Length == 0;

    // What an editor runs on save: the whole document's fixes, computed at once, since there is one action to take or none.
    private async Task<JArray> FixDocumentAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        var id = new CodeActionId(
            CodeActionKind.FixAllInDocument, path, session.Mirror.Find(path)?.Version, FixScope.Document, RuleId: null, Fingerprint: null, FixId: null);
        var edit = await session.Core.Core.ResolveActionAsync(id, cancellationToken);
        if (edit.Refusal is not null || edit.Documents.IsEmpty) return [];
        return
        [
            new JObject
            {
                ["title"] = "Fix all that is safe to fix in this document",
                ["kind"] = Features.FixAllKind,
                ["edit"] = session.Json.WorkspaceEdit(edit.Documents),
            },
        ];
    }

    private async Task<JObject?> ToActionAsync(
        CodeActionOffer offer, string kind, ILookup<string, Finding> findings, CancellationToken cancellationToken)
    {
        var action = new JObject { ["title"] = offer.Title, ["kind"] = kind };
        var solved = offer.Fingerprints
            .SelectMany(fingerprint => findings[fingerprint])
            .Select(finding => session.Json.Diagnostic(finding, session.Rules.Find(finding.RuleId)))
            .ToList();
        if (solved.Count > 0) action["diagnostics"] = new JArray(solved);
        if (offer.IsPreferred) action["isPreferred"] = true;
        if (offer.DisabledReason is { } reason)
        {
            action["disabled"] = new JObject { ["reason"] = reason };
            return action;
        }

        if (session.Client is { CodeActionsResolveEdits: true, HasActionData: true })
        {
            action["data"] = ActionData.Write(session, offer.Id);
            return action;
        }

        var edit = await session.Core.Core.ResolveActionAsync(offer.Id, cancellationToken);
        if (edit.Refusal is not null) return null;
        action["edit"] = session.Json.WorkspaceEdit(edit.Documents);
        return action;
    }
}
