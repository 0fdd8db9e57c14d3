using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
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

        ImmutableArray<DocumentFindings> found;
        try
        {
            found = await session.Core.Core.FindAllAsync(new FindAllQuery(WaitsForLoad: false, Announces: false, WithClean: false), cancellationToken);
            await session.Rules.LoadAsync(session.Core.Core, cancellationToken);
        }
        catch (CoreUnavailableException)
        {
            throw DiagnosticReports.AskAgain();
        }

        var reports = new JArray();
        foreach (var document in found)
        {
            known.Remove(document.Path, out var resultId);
            var report = DiagnosticReports.Of(session, document, resultId);
            report["uri"] = session.Mirror.UriOf(document.Path);
            report["version"] = document.Version is { } version ? version : JValue.CreateNull();
            reports.Add(report);
        }

        // Documents that are clean now, or gone: whatever the client shows for them must go too.
        foreach (var (path, resultId) in known)
        {
            if (resultId == Clean) continue;
            reports.Add(new JObject
            {
                ["kind"] = "full", ["resultId"] = Clean, ["uri"] = session.Mirror.UriOf(path), ["version"] = JValue.CreateNull(), ["items"] = new JArray(),
            });
        }

        return new JObject { ["items"] = reports };
    }

    private const string Clean = "clean";
}
