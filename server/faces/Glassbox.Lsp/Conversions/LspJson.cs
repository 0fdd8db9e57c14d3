using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Conversions;

/// <summary>Builds what the protocol wants to read, as this client counts and as far as it can show it.</summary>
internal sealed class LspJson(ClientProfile client, DocumentMirror mirror)
{
    /// <summary>A <c>Range</c> of a document.</summary>
    public JObject Range(DocumentPath path, TextRange range) => Plain(mirror.FromUtf16(path, range));

    /// <summary>A <c>Location</c>.</summary>
    public JObject Location(DocumentPath path, TextRange range) =>
        new() { ["uri"] = mirror.UriOf(path), ["range"] = Range(path, range) };

    /// <summary>A <c>Diagnostic</c>.</summary>
    public JObject Diagnostic(Finding finding, RuleInfo? rule)
    {
        var diagnostic = new JObject
        {
            ["range"] = Range(finding.Path, finding.Range),
            ["severity"] = finding.Severity switch
            {
                Severity.Error => 1,
                Severity.Warning => 2,
                Severity.Information => 3,
                _ => 4,
            },
            ["code"] = finding.RuleId,
            ["source"] = "glassbox",
            ["message"] = finding.Message,
            ["data"] = new JObject { ["fingerprint"] = finding.Fingerprint, ["cwe"] = rule is null ? null : new JArray(rule.Cwe.Select(cwe => $"CWE-{cwe}")) },
        };
        if (rule is not null && client.HasCodeDescription) diagnostic["codeDescription"] = new JObject { ["href"] = rule.HelpUri };
        if (client.HasRelatedInformation && !finding.Trace.IsEmpty)
        {
            diagnostic["relatedInformation"] = new JArray(finding.Trace.Select(step => new JObject
            {
                ["location"] = Location(step.Path, step.Range),
                ["message"] = step.Message,
            }));
        }

        return diagnostic;
    }

    /// <summary>A <c>TextEdit</c>.</summary>
    public JObject Edit(DocumentPath path, TextEdit edit) =>
        new() { ["range"] = Range(path, edit.Range), ["newText"] = edit.NewText };

    /// <summary>A <c>WorkspaceEdit</c>: with versions where the client takes them.</summary>
    public JObject WorkspaceEdit(ImmutableArray<DocumentEdits> documents)
    {
        if (client.HasDocumentChanges)
        {
            return new JObject
            {
                ["documentChanges"] = new JArray(documents.Select(document => new JObject
                {
                    ["textDocument"] = new JObject { ["uri"] = mirror.UriOf(document.Path), ["version"] = document.Version },
                    ["edits"] = new JArray(document.Edits.Select(edit => Edit(document.Path, edit))),
                })),
            };
        }

        var changes = new JObject();
        foreach (var document in documents)
        {
            changes[mirror.UriOf(document.Path)] = new JArray(document.Edits.Select(edit => Edit(document.Path, edit)));
        }

        return new JObject { ["changes"] = changes };
    }

    /// <summary>A range whose columns are the client's already.</summary>
    public static JObject Plain(TextRange range) => new() { ["start"] = Plain(range.Start), ["end"] = Plain(range.End) };

    private static JObject Plain(TextPosition position) => new() { ["line"] = position.Line, ["character"] = position.Character };
}
