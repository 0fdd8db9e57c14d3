using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Feedback;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Session;

/// <summary>One client's session: its state, mirrored so that a new core can be given it, and what the core says, passed on.</summary>
internal sealed class LspSession : ISessionMirror, ICoreEvents, IDisposable
{
    private readonly TrustDecision trustOption;
    private ClientProfile? client;
    private ImmutableArray<DocumentPath> folders = [];
    private GlassboxSettings settings = new();
    private TrustDecision trust;
    private ImmutableDictionary<DocumentPath, TrustAnswer> trustAnswers = ImmutableDictionary<DocumentPath, TrustAnswer>.Empty;
    private ImmutableHashSet<DocumentPath> trustAsked = [];
    private SettingsReading initial = new(new GlassboxSettings(), []);
    private volatile bool coreWasLost;
    private int coreStarted;

    /// <summary>Prepares a session; <see cref="Begin"/> starts it.</summary>
    public LspSession(ICoreConnection core, ClientLink link, TrustDecision trust, TimeProvider time)
    {
        Core = core;
        Link = link;
        Time = time;
        trustOption = trust;
        Messages = new MessageReporter(link);
        Work = new WorkReporter(link, () => Client);
        Rules = new RuleBook();
        Findings = new FindingsFeed(this);
        core.CoreLost += () =>
        {
            coreWasLost = true;
            Work.EndAll();
        };
    }

    /// <summary>The agent core.</summary>
    public ICoreConnection Core { get; }

    /// <summary>To the client.</summary>
    public ClientLink Link { get; }

    /// <summary>The open documents.</summary>
    public DocumentMirror Mirror { get; } = new();

    /// <summary>Messages to the user.</summary>
    public MessageReporter Messages { get; }

    /// <summary>Progress.</summary>
    public WorkReporter Work { get; }

    /// <summary>The rules.</summary>
    public RuleBook Rules { get; }

    /// <summary>Diagnostics that are pushed or refreshed.</summary>
    public FindingsFeed Findings { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>What the client is and can.</summary>
    public ClientProfile Client => client ?? throw new InvalidOperationException("The session has not begun.");

    /// <summary>Builds answers for this client.</summary>
    public LspJson Json { get; private set; } = null!;

    /// <inheritdoc/>
    public SessionOptions Options => new(folders, settings, trust, CanAskForTrust: true) { TrustAnswers = [.. trustAnswers.Values], IsReplay = coreWasLost };

    /// <inheritdoc/>
    public ImmutableArray<OpenedDocument> Documents => Mirror.Documents;

    /// <summary>The workspace's folders as they are now.</summary>
    public ImmutableArray<DocumentPath> Folders => folders;

    /// <summary>The settings as they are now.</summary>
    public GlassboxSettings Settings => settings;

    /// <summary>Takes the client's description of itself.</summary>
    public void Begin(ClientProfile profile)
    {
        client = profile;
        Mirror.Encoding = profile.Encoding;
        Json = new LspJson(profile, Mirror);
        Messages.Trace = profile.Trace;
        folders = profile.Folders;
        var said = profile.Trusted switch
        {
            true => TrustDecision.Trusted,
            false => TrustDecision.Untrusted,
            null => TrustDecision.Undecided,
        };
        trust = trustOption == TrustDecision.Undecided ? said : trustOption;
        initial = SettingsReader.Read(profile.InitialSettings);
        settings = initial.Settings;
        Findings.Start();
    }

    /// <summary>Starts the core, once, with what is known so far.</summary>
    public void StartCore()
    {
        if (Interlocked.Exchange(ref coreStarted, 1) == 0) Core.Start(this, this);
    }

    /// <summary>Takes settings as the client sends them; says what is wrong with them.</summary>
    public void ApplySettings(JsonNode? section)
    {
        var reading = SettingsReader.Read(section);
        ReportProblems(reading);
        if (reading.Settings.Equals(settings)) return;
        Core.Mutate(() => settings = reading.Settings, core => core.ChangeSettingsAsync(reading.Settings, CancellationToken.None));
    }

    /// <summary>Takes folders that came and went.</summary>
    public void ChangeFolders(FolderChange change) =>
        Core.Mutate(
            () => folders = [.. folders.Except(change.Removed).Union(change.Added)],
            core => core.ChangeFoldersAsync(change, CancellationToken.None));

    /// <summary>Takes a decision about a folder's build logic.</summary>
    public void DecideTrust(TrustAnswer answer) =>
        Core.Mutate(
            () => trustAnswers = trustAnswers.SetItem(answer.Folder, answer), core => core.AnswerTrustAsync(answer, CancellationToken.None));

    /// <summary>Trusts folders on the user's command.</summary>
    public void TrustFolders(IEnumerable<DocumentPath> chosen)
    {
        foreach (var folder in chosen.DefaultIfEmpty().SelectMany(folder => folder.Value.Length == 0 ? folders : [folder]))
        {
            DecideTrust(new TrustAnswer(folder, TrustDecision.Trusted, Remember: true));
        }
    }

    /// <summary>Registers what the client lets the server register, and asks for its settings.</summary>
    public async Task AfterInitializedAsync()
    {
        ReportProblems(initial);
        var registrations = new JArray(Features.All
            .Where(feature => Features.IsWanted(feature, Client) && Features.IsDynamic(feature, Client))
            .Select(feature => Registration(feature.Method, RegistrationOptions(feature))));
        if (Client.WatchesFiles) registrations.Add(Registration("workspace/didChangeWatchedFiles", WatchedFiles()));
        if (Client.Flag("workspace.didChangeConfiguration.dynamicRegistration"))
        {
            registrations.Add(Registration("workspace/didChangeConfiguration", new JObject { ["section"] = SettingsCatalog.Section }));
        }

        if (registrations.Count > 0)
        {
            await Link.AskAsync("client/registerCapability", new JObject { ["registrations"] = registrations }, TimeSpan.FromSeconds(30), CancellationToken.None);
        }

        await PullSettingsAsync();
    }

    /// <summary>Asks the client for its settings, where it answers such questions.</summary>
    public async Task PullSettingsAsync()
    {
        if (!Client.HasConfiguration) return;
        var parameters = new JObject { ["items"] = new JArray(new JObject { ["section"] = SettingsCatalog.Section }) };
        var answer = await Link.AskAsync("workspace/configuration", parameters, TimeSpan.FromSeconds(10), CancellationToken.None);
        if (answer is JArray { Count: > 0 } values && values[0] is JObject section) ApplySettings(JsonNode.Parse(section.ToString()));
    }

    /// <inheritdoc/>
    void ICoreEvents.OnWork(WorkProgress progress) => Work.Report(progress);

    /// <inheritdoc/>
    void ICoreEvents.OnMessage(CoreMessage message) => Messages.Report(message);

    /// <inheritdoc/>
    void ICoreEvents.OnTrustNeeded(TrustQuestion question)
    {
        // Once a folder: a core that was started anew asks again.
        if (ImmutableInterlocked.Update(ref trustAsked, (asked, folder) => asked.Add(folder), question.Folder)) Observe(AskForTrustAsync(question), "Asking for trust");
    }

    /// <inheritdoc/>
    void ICoreEvents.OnFindingsChanged(FindingsChanged change)
    {
        if (change.Documents.IsEmpty) Findings.EverythingChanged();
        else Findings.DocumentsChanged(change.Documents);
    }

    /// <inheritdoc/>
    void ICoreEvents.OnDocumentFound(DocumentFindings findings, int done, int total) => Findings.Announced(findings);

    /// <inheritdoc/>
    public void Dispose() => Findings.Dispose();

    /// <summary>Sees to it that a failure of something that nobody waits for is at least told.</summary>
    public void Observe(Task task, string what) =>
        _ = task.ContinueWith(
            (done, _) => Messages.Report(new CoreMessage(
                MessageLevel.Error, $"{what} failed: {done.Exception!.GetBaseException().GetType().Name}: {done.Exception.GetBaseException().Message}", Key: null, Show: false)),
            null,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);

    private static JObject Registration(string method, JObject options) =>
        new() { ["id"] = "glassbox:" + method, ["method"] = method, ["registerOptions"] = options };

    /// <summary>A feature's options for this client.</summary>
    public JObject OptionsFor(Feature feature)
    {
        var options = feature.Options();
        // Workaround: neovim#40623. Where a server has workspace diagnostics, Neovim 0.12 does not ask again for what is open
        // when it is told to refresh.
        if (Client.Name == "Neovim" && options.ContainsKey("workspaceDiagnostics")) options["workspaceDiagnostics"] = false;
        return options;
    }

    private JObject RegistrationOptions(Feature feature)
    {
        var options = OptionsFor(feature);
        if (feature.Method.StartsWith("textDocument/", StringComparison.Ordinal)) options["documentSelector"] = feature.IsForCSharpOnly ? CSharpOnly() : AnyLanguage();
        return options;
    }

    // Not every editor calls the language `csharp`; what the file is called says it too.
    private static JArray CSharpOnly() => new(
        new JObject { ["language"] = "csharp" }, new JObject { ["language"] = "cs" }, new JObject { ["pattern"] = "**/*.{cs,csx}" });

    private static JArray AnyLanguage() => new(new JObject { ["scheme"] = "file" }, new JObject { ["scheme"] = "untitled" });

    private static JObject WatchedFiles() => new()
    {
        ["watchers"] = new JArray(new[]
        {
            "**/*.{cs,csproj,sln,slnx,slnf,props,targets,editorconfig}",
            "**/{project.assets.json,global.json,nuget.config,NuGet.Config,packages.config,packages.lock.json}",
        }.Select(pattern => new JObject { ["globPattern"] = pattern })),
    };

    private void ReportProblems(SettingsReading reading)
    {
        foreach (var problem in reading.Problems) Warn(problem);
        if (!reading.Settings.Analysis.Rules.IsEmpty) Observe(ReportUnknownRulesAsync(reading.Settings.Analysis), "Checking the settings");
    }

    private async Task ReportUnknownRulesAsync(AnalysisSettings analysis)
    {
        await Rules.LoadAsync(Core.Core, CancellationToken.None);
        foreach (var id in analysis.Rules.Keys.Where(id => Rules.Find(id) is null))
        {
            var hint = NearestName.Of(id, Rules.Ids) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            Warn($"The setting '{SettingsCatalog.Section}.analysis.rules' names the rule '{id}', which is not known.{hint}");
        }
    }

    // Each problem once a session, however often the client sends its settings.
    private void Warn(string problem) => Messages.Report(new CoreMessage(MessageLevel.Warning, problem, "setting:" + problem, Show: true));

    private async Task AskForTrustAsync(TrustQuestion question)
    {
        const string Yes = "Trust";
        const string No = "Do not trust";
        var answer = await Link.AskAsync(
            "window/showMessageRequest",
            new JObject
            {
                ["type"] = 3,
                ["message"] = $"Do you trust '{question.Folder.Name}'? Loading its projects completely runs the build logic in them "
                    + $"({string.Join(", ", question.Projects.Take(3))}{(question.Projects.Length > 3 ? ", …" : "")}). Without trust they are read as data only.",
                ["actions"] = new JArray(new JObject { ["title"] = Yes }, new JObject { ["title"] = No }),
            },
            Timeout.InfiniteTimeSpan,
            CancellationToken.None);
        var decision = answer?["title"]?.ToString() switch
        {
            Yes => TrustDecision.Trusted,
            No => TrustDecision.Untrusted,
            _ => TrustDecision.Undecided,
        };
        if (decision == TrustDecision.Undecided) return;
        DecideTrust(new TrustAnswer(question.Folder, decision, Remember: true));
    }
}
