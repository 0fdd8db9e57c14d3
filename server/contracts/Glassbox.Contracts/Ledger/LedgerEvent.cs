using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Glassbox.Contracts.Actions;

namespace Glassbox.Contracts.Ledger;

/// <summary>
/// What a record of the ledger says. A closed hierarchy: adding a kind here is all that it takes. Events carry names,
/// numbers and hashes, never the text of the user's files and never a secret.
/// </summary>
/// <param name="Kind">The name of this kind in the file.</param>
public abstract record LedgerEvent([property: JsonIgnore] string Kind)
{
    /// <summary>Every kind by the name that it has in the file. Names are never changed or used again.</summary>
    public static ImmutableDictionary<string, Type> Kinds { get; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("fix.resolved", typeof(FixResolved)),
            KeyValuePair.Create("fix.applied", typeof(FixApplied)),
            KeyValuePair.Create("suppression.written", typeof(SuppressionWritten)),
            KeyValuePair.Create("suggestion.accepted", typeof(SuggestionAccepted)),
            KeyValuePair.Create("check.run", typeof(CheckRun)),
        ]);
}

/// <summary>The edit of a fix was computed, verified and handed to a face. Whether it was taken is another record.</summary>
/// <param name="Face">Who asked: <c>lsp</c> or <c>cli</c>.</param>
/// <param name="RuleId">The rule, or null for all rules.</param>
/// <param name="Action">What kind of action.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Fingerprint">The finding, where it is about one.</param>
/// <param name="Documents">The absolute paths that it would change.</param>
/// <param name="Fixed">How many findings it removes.</param>
/// <param name="Engine">Which engine or model wrote the edit.</param>
public sealed record FixResolved(
    string Face,
    string? RuleId,
    CodeActionKind Action,
    FixScope Scope,
    string? Fingerprint,
    ImmutableArray<string> Documents,
    int Fixed,
    string Engine) : LedgerEvent("fix.resolved");

/// <summary>A fix was written to files.</summary>
/// <param name="Face">Who wrote it.</param>
/// <param name="RuleIds">The rules whose findings it removed, in ascending order.</param>
/// <param name="Documents">What was written.</param>
/// <param name="Fixed">How many findings are gone.</param>
/// <param name="Left">How many findings of these rules are left.</param>
/// <param name="Engine">Which engine or model wrote the edits.</param>
public sealed record FixApplied(
    string Face, ImmutableArray<string> RuleIds, ImmutableArray<WrittenDocument> Documents, int Fixed, int Left, string Engine)
    : LedgerEvent("fix.applied");

/// <summary>A finding was marked as looked at, by a comment.</summary>
/// <param name="Face">Who wrote it.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Fingerprint">The finding.</param>
/// <param name="Document">The absolute path.</param>
/// <param name="Reason">The reason that the comment gives.</param>
public sealed record SuppressionWritten(string Face, string RuleId, string Fingerprint, string Document, string Reason) : LedgerEvent("suppression.written");

/// <summary>A suggestion was taken into a document: ghost text, all or a part of it, or the next edit.</summary>
/// <param name="Face">Where it was shown.</param>
/// <param name="Document">The absolute path, or the URI of a buffer without a file.</param>
/// <param name="Version">The client's version of the document with it.</param>
/// <param name="Characters">How many UTF-16 code units were taken.</param>
/// <param name="IsWhole">All of it was taken.</param>
/// <param name="TextHash">SHA-256 of what was taken, in UTF-8, in lower-case hexadecimal digits: it tells a text for certain, and tells none.</param>
/// <param name="Engine">Which engine or model wrote it.</param>
/// <param name="Confidence">From 0 to 1, as it was shown.</param>
/// <param name="Reasons">Why it was shown, without the code that the reasons quoted.</param>
/// <param name="Sources">The documents that it was derived from.</param>
public sealed record SuggestionAccepted(
    string Face,
    string Document,
    int Version,
    int Characters,
    bool IsWhole,
    string TextHash,
    string Engine,
    double Confidence,
    ImmutableArray<string> Reasons,
    ImmutableArray<string> Sources) : LedgerEvent("suggestion.accepted");

/// <summary>Files were checked from the command line.</summary>
/// <param name="Path">What was checked.</param>
/// <param name="Version">The version of the program.</param>
/// <param name="Documents">How many documents were looked at.</param>
/// <param name="FindingsByRule">How many findings each rule had; rules without any are left out.</param>
/// <param name="ExitCode">What the command ended with.</param>
public sealed record CheckRun(
    string Path, string Version, int Documents, ImmutableSortedDictionary<string, int> FindingsByRule, int ExitCode) : LedgerEvent("check.run");
