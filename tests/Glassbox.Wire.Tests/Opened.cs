using Glassbox.Testing.Fixtures;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>A document opened for a test.</summary>
public sealed record Opened(LspClient Client, ClientDocument Document, FixtureFile File)
{
    /// <summary>Where <c>$0</c> stood.</summary>
    public int Cursor => File.Cursor ?? throw new FixtureException("The fixture has no cursor.");

    /// <summary>Completion at the cursor.</summary>
    public Task<CompletionResult> CompleteAsync(char? trigger = null) => Client.CompleteAsync(Document, Cursor, trigger);

    /// <summary>Waits until a finding of a rule is there, and returns it.</summary>
    public async Task<WireDiagnostic> FindingAsync(string rule)
    {
        var report = await Client.DiagnosticsAsync(Document, $"a finding of {rule}", found => found.Codes.Contains(rule));
        return report.Items.First(item => item.Code == rule);
    }

    /// <summary>Waits until no finding of a rule is left.</summary>
    public Task<DocumentDiagnostics> GoneAsync(string rule) =>
        Client.DiagnosticsAsync(Document, $"no finding of {rule}", found => !found.Codes.Contains(rule));
}
