using System.Collections.Immutable;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;

namespace Glassbox.Cli.Session;

/// <summary>A core opened on what the command line names, and what it said meanwhile.</summary>
internal sealed class CoreSession : IAsyncDisposable
{
    private readonly SessionEvents events;

    private CoreSession(ICore core, SessionEvents events, ProgressLine progress, Target target, RuleSelection rules)
    {
        Core = core;
        this.events = events;
        Progress = progress;
        Target = target;
        Rules = rules;
    }

    /// <summary>The core.</summary>
    public ICore Core { get; }

    /// <summary>Where progress is shown.</summary>
    public ProgressLine Progress { get; }

    /// <summary>What is looked at.</summary>
    public Target Target { get; }

    /// <summary>What is looked for.</summary>
    public RuleSelection Rules { get; }

    /// <summary>Warnings and errors of the core so far.</summary>
    public ImmutableArray<CoreMessage> Messages => events.Messages;

    /// <summary>Opens a session. Loading goes on in the background.</summary>
    /// <exception cref="UsageException">A rule was named that does not exist.</exception>
    public static async Task<CoreSession> OpenAsync(
        CommandLineServices services, CliTerminal terminal, Target target, SessionRequest request, CancellationToken cancellationToken)
    {
        var progress = new ProgressLine(terminal.Error, terminal.ErrorIsTerminal, TimeProvider.System);
        var events = new SessionEvents(progress);
        var core = services.CreateCore(events);
        try
        {
            var rules = RuleSelection.Of(request.Rules, await core.ListRulesAsync(cancellationToken));
            var options = new SessionOptions(
                [target.Root],
                SettingsFor(target, request, rules),
                request.IsTrusted ? TrustDecision.Trusted : TrustDecision.Undecided,
                CanAskForTrust: false,
                Face: "cli");
            progress.Show("Loading");
            await core.OpenSessionAsync(options, cancellationToken);
            return new CoreSession(core, events, progress, target, rules);
        }
        catch
        {
            progress.Close();
            await DisposeOfAsync(core);
            throw;
        }
    }

    /// <summary>The findings of what is meant, after loading has ended.</summary>
    public async Task<ImmutableArray<DocumentFindings>> FindAsync(CancellationToken cancellationToken)
    {
        if (Target.Document is not { } document) return await Core.FindAllAsync(new FindAllQuery(WaitsForLoad: true, Announces: true, WithClean: true), cancellationToken);
        await Core.WaitForLoadAsync(cancellationToken);
        return [await Core.FindAsync(document, cancellationToken)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Progress.Close();
        await DisposeOfAsync(Core);
    }

    private static GlassboxSettings SettingsFor(Target target, SessionRequest request, RuleSelection rules) => new()
    {
        Completion = new CompletionSettings { Enabled = request.Completes },
        GhostText = new GhostTextSettings { Enabled = request.Completes },
        Analysis = new AnalysisSettings
        {
            Scope = AnalysisScope.Workspace,
            MinimumSeverity = request.MinimumSeverity,
            Rules = rules.Left.ToImmutableDictionary(id => id, _ => Severity.None),
        },
        Workspace = new WorkspaceSettings { Solution = target.Solution },
    };

    private static async ValueTask DisposeOfAsync(ICore core)
    {
        if (core is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else (core as IDisposable)?.Dispose();
    }
}
