using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>workspace/diagnostic</c>: a report for every document that has findings or had some when the client last asked.</summary>
internal sealed class WorkspaceDiagnosticMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "workspace/diagnostic";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var known = new Dictionary<DocumentPath, string>();
        foreach (var previous in parameters.Optional<JToken>("previousResultIds") ?? new JArray())
        {
            known[Uris.ToPath(previous.Required<string>("uri"))] = previous.Required<string>("value");
        }

        var found = await session.Core.Core.FindAllAsync(waitForLoad: false, cancellationToken);
        await session.Rules.LoadAsync(session.Core.Core, cancellationToken);
        var reports = new JArray();
        foreach (var document in found)
        {
            var had = known.Remove(document.Path, out var resultId);
            if (!had && document.Findings.IsEmpty) continue;
            var report = DiagnosticReports.Of(session, document, resultId);
            report["uri"] = session.Mirror.UriOf(document.Path);
            report["version"] = session.Mirror.Find(document.Path) is { } open ? open.Version : JValue.CreateNull();
            reports.Add(report);
        }

        // Documents that are gone: whatever the client shows for them must go too.
        foreach (var (path, resultId) in known)
        {
            if (resultId == Gone) continue;
            reports.Add(new JObject
            {
                ["kind"] = "full", ["resultId"] = Gone, ["uri"] = session.Mirror.UriOf(path), ["version"] = JValue.CreateNull(), ["items"] = new JArray(),
            });
        }

        return new JObject { ["items"] = reports };
    }

    private const string Gone = "gone";
}
