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
        var only = (parameters.Optional<JToken>("context.only") as JArray)?.Select(kind => kind.ToString()).ToList();
        // On save, an editor asks for the document's source actions with a range of its own choosing.
        if (only is not null && only.All(kind => kind.StartsWith("source", StringComparison.Ordinal))) range = Everywhere;

        var core = session.Core.Core;
        var listing = core.ListActionsAsync(path, range, cancellationToken);
        var finding = core.FindAsync(path, cancellationToken);
        var offers = await listing;
        var findings = (await finding).Findings.ToLookup(one => one.Fingerprint, StringComparer.Ordinal);
        await session.Rules.LoadAsync(core, cancellationToken);

        var actions = new JArray();
        foreach (var offer in offers)
        {
            var kind = KindOf(offer.Id);
            if (only is { Count: > 0 } && !only.Exists(wanted => IsWithin(kind, wanted))) continue;
            if (offer.DisabledReason is not null && !session.Client.HasDisabledActions) continue;
            actions.Add(await ToActionAsync(offer, kind, findings, cancellationToken));
        }

        return actions;
    }

    private static readonly TextRange Everywhere = new(new TextPosition(0, 0), new TextPosition(int.MaxValue, 0));

    private static string KindOf(CodeActionId id) => id.Kind == CodeActionKind.FixAllInDocument ? Features.FixAllKind : "quickfix";

    // Spec: kinds are hierarchical, `source` asks for `source.fixAll.glassbox` too.
    private static bool IsWithin(string kind, string wanted) =>
        kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal) || wanted.Length == 0;

    private async Task<JObject> ToActionAsync(
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
        if (edit.Refusal is null) action["edit"] = session.Json.WorkspaceEdit(edit.Documents);
        return action;
    }
}
