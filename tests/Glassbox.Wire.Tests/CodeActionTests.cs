using System.Text.Json.Nodes;
using Glassbox.Testing.Fixtures;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Fixes: listed, resolved, taken, and the finding is gone.</summary>
public sealed class CodeActionTests : WireTest
{
    private const string TwoWeakHashes = """
        using System.Security.Cryptography;

        public class Digest
        {
            public byte[] One(byte[] data) => MD5.HashData(data);

            public byte[] Two(byte[] data) => SHA1.HashData(data);
        }
        """;

    private static IEnumerable<string> FixableRules => RuleSample.FixableRules;

    private static IEnumerable<string> Rules => RuleSample.Rules;

    [TestCaseSource(nameof(FixableRules))]
    public async Task QuickFix_RemovesTheFinding_AndBringsNoOther(string rule)
    {
        var at = await OpenAsync(RuleSample.Of(rule));
        var finding = await at.FindingAsync(rule);
        var fix = await FixAsync(at, finding);
        Assert.That(fix.Kind, Is.EqualTo("quickfix"));
        Assert.That(fix.Diagnostics.Select(item => item.Code), Does.Contain(rule));
        await at.Client.TakeAsync(fix);
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty, () => at.Document.Text);
    }

    [TestCaseSource(nameof(Rules))]
    public async Task EveryAction_ThatCanBeTaken_KeepsItsPromise(string rule)
    {
        // Whatever is offered for any rule: it applies to this version, and the finding is gone.
        var at = await OpenAsync(RuleSample.Of(rule));
        var before = at.Document.Text;
        var titles = (await ListAsync()).Select(action => action.Title).ToArray();
        Assert.That(titles, Is.Not.Empty);
        foreach (var title in titles)
        {
            await at.Client.TakeAsync((await ListAsync()).Single(action => action.Title == title));
            var left = await at.Client.PullAsync(at.Document);
            Assert.That(left.Codes, Does.Not.Contain(rule), () => $"{title}\n{at.Document.Text}");
            await at.Client.ReplaceAllAsync(at.Document, before);
        }

        async Task<IEnumerable<WireCodeAction>> ListAsync() =>
            (await at.Client.CodeActionsAsync(at.Document, await at.FindingAsync(rule))).Where(action => action.DisabledReason is null);
    }

    [Test]
    public async Task QuickFix_OneIsPreferred()
    {
        var at = await OpenAsync(RuleSample.Of("GB3002"));
        var actions = await at.Client.CodeActionsAsync(at.Document, await at.FindingAsync("GB3002"));
        Assert.That(actions.Count(action => action.IsPreferred), Is.EqualTo(1));
    }

    [Test]
    public async Task Listed_WithoutEdit_ResolvedWithVersion()
    {
        var at = await OpenAsync(RuleSample.Of("GB3002"));
        await at.Client.TypeAsync(at.Document, 0, "\n");
        var fix = await FixAsync(at, await at.FindingAsync("GB3002"));
        Assert.That(fix.Edit, Is.Null, "the edit is for resolve");
        var resolved = await at.Client.ResolveAsync(fix);
        var change = resolved.Edit!["documentChanges"]!.AsArray().Single()!;
        Assert.That((string?)change["textDocument"]!["uri"], Is.EqualTo(at.Document.Uri));
        Assert.That((int?)change["textDocument"]!["version"], Is.EqualTo(at.Document.Version));
        Assert.That(resolved.Edit["changes"], Is.Null);
        Assert.That(resolved.Title, Is.EqualTo(fix.Title));
    }

    [Test]
    public async Task ClientThatCannotResolve_GetsTheEditAtOnce()
    {
        var at = await StartAtCursorAsync(
            RuleSample.Of("GB3002") + "\n// $0", new LaunchOptions { Profile = ClientProfile.Full.With("textDocument.codeAction.resolveSupport", null) });
        var fix = await FixAsync(at, await at.FindingAsync("GB3002"));
        Assert.That(fix.Edit, Is.Not.Null);
        await at.Client.TakeAsync(fix);
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
    }

    [Test]
    public async Task ClientWithoutDocumentChanges_GetsPlainChanges()
    {
        var at = await StartAtCursorAsync(
            RuleSample.Of("GB3002") + "\n// $0", new LaunchOptions { Profile = ClientProfile.Full.With("workspace.workspaceEdit.documentChanges", false) });
        var resolved = await at.Client.ResolveAsync(await FixAsync(at, await at.FindingAsync("GB3002")));
        Assert.That(resolved.Edit!["documentChanges"], Is.Null);
        Assert.That(resolved.Edit["changes"]!.AsObject().Select(change => change.Key), Is.EqualTo(new[] { at.Document.Uri }));
    }

    [Test]
    public async Task MinimalClient_GetsNothingItCannotRead()
    {
        // A client without literals takes commands only.
        var at = await StartAtCursorAsync(RuleSample.Of("GB3002") + "\n// $0", new LaunchOptions { Profile = ClientProfile.Minimal });
        var finding = await at.FindingAsync("GB3002");
        foreach (var action in await at.Client.CodeActionsAsync(at.Document, finding)) Assert.That(action.Json["command"]?.GetValueKind(), Is.EqualTo(System.Text.Json.JsonValueKind.String));
    }

    [Test]
    public async Task Stale_TheTextChangedMeanwhile_IsRefusedOrMadeForTheNewText()
    {
        var at = await OpenAsync(RuleSample.Of("GB3002"));
        var fix = await FixAsync(at, await at.FindingAsync("GB3002"));
        await at.Client.TypeAsync(at.Document, 0, "// typed meanwhile\n");
        try
        {
            var resolved = await at.Client.ResolveAsync(fix);
            if (resolved.Edit is null) return;
            await at.Client.ApplyAsync(resolved.Edit);
            Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
            Assert.That(at.Document.Text, Does.StartWith("// typed meanwhile\n"));
        }
        catch (LspErrorException refused)
        {
            Assert.That(refused.Code, Is.EqualTo(LspErrorException.ContentModified).Or.EqualTo(LspErrorException.RequestFailed));
        }
    }

    [Test]
    public async Task Stale_TheFindingIsGone_NothingIsChanged()
    {
        var at = await OpenAsync(RuleSample.Of("GB3002"));
        var fix = await FixAsync(at, await at.FindingAsync("GB3002"));
        // Telling the user why nothing happens is right.
        at.Client.Log.Allow(message => message.Params!.ToJsonString().Contains("GB3002", StringComparison.Ordinal));
        await at.Client.ReplaceTextAsync(at.Document, "i <= items.Length", "i < items.Length");
        try
        {
            Assert.That((await at.Client.ResolveAsync(fix)).Edit, Is.Null);
        }
        catch (LspErrorException refused)
        {
            Assert.That(refused.Text, Is.Not.Empty);
        }
    }

    [Test]
    public async Task WhereNothingIsFound_NothingIsOffered()
    {
        var at = await OpenAsync(RuleSample.Of("GB3002"));
        await at.FindingAsync("GB3002");
        Assert.That(await at.Client.CodeActionsAsync(at.Document, at.Document.RangeOf(0, 0), only: ["quickfix"]), Is.Empty);
    }

    [Test]
    public async Task Suppress_WritesTheCommentWithAReason()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        var finding = await at.FindingAsync("GB2002");
        var suppress = (await at.Client.CodeActionsAsync(at.Document, finding)).First(action => action.Title.Contains("ignore", StringComparison.OrdinalIgnoreCase) || action.Title.Contains("suppress", StringComparison.OrdinalIgnoreCase));
        await at.Client.TakeAsync(suppress);
        Assert.That(at.Document.Text, Does.Match(@"// glassbox:ignore GB2002 -- \S+"));
        Assert.That((await at.Client.PullAsync(at.Document)).Codes, Does.Not.Contain("GB2002"));
        Assert.That(suppress.IsPreferred, Is.False);
    }

    [Test]
    public async Task FixAll_InTheDocument_FixesAllOfTheRule()
    {
        var at = await OpenAsync(TwoWeakHashes);
        var finding = await at.FindingAsync("GB2002");
        var all = await ActionAsync(at, finding, "document");
        await at.Client.TakeAsync(all);
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty, () => at.Document.Text);
    }

    [TestCase("project", true)]
    [TestCase("everywhere", false)]
    public async Task FixAll_InAScope_FixesFilesThatAreNotOpen(string scope, bool otherProjectStays)
    {
        var at = await StartAtCursorAsync($"""
            //- /App/A.cs project:App
            {TwoWeakHashes}
            // $0
            //- /App/B.cs project:App
            using System.Security.Cryptography;
            public class Other {"{"} public byte[] Of(byte[] data) => MD5.HashData(data); {"}"}
            //- /Lib/C.cs project:Lib
            using System.Security.Cryptography;
            public class Far {"{"} public byte[] Of(byte[] data) => MD5.HashData(data); {"}"}
            """);
        await at.Client.LoadedAsync();
        var changed = await at.Client.TakeAsync(await ActionAsync(at, await at.FindingAsync("GB2002"), scope));
        Assert.That(changed, Has.Some.EndsWith("/App/A.cs").And.Some.EndsWith("/App/B.cs"));
        Assert.That(await File.ReadAllTextAsync(at.Client.PathOf("/App/B.cs")), Does.Not.Contain("MD5"));
        Assert.That((await File.ReadAllTextAsync(at.Client.PathOf("/Lib/C.cs"))).Contains("MD5", StringComparison.Ordinal), Is.EqualTo(otherProjectStays));
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
    }

    [Test]
    public async Task SourceFixAll_FixesEverySafeFinding()
    {
        var at = await OpenAsync($"""
            using System.Security.Cryptography;

            public class Both
            {"{"}
                public byte[] Hash(byte[] data) => MD5.HashData(data);

                public int Sum(int[] items)
                {"{"}
                    var sum = 0;
                    for (var i = 0; i <= items.Length; i++) sum += items[i];
                    return sum;
                {"}"}
            {"}"}
            """);
        await at.FindingAsync("GB2002");
        var actions = await at.Client.CodeActionsAsync(at.Document, at.Document.WholeRange, only: ["source.fixAll.glassbox"]);
        Assert.That(actions.Select(action => action.Kind), Is.EqualTo(new[] { "source.fixAll.glassbox" }));
        await at.Client.TakeAsync(actions[0]);
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty, () => at.Document.Text);
    }

    [TestCase("source.fixAll")]
    [TestCase("source")]
    public async Task SourceFixAll_IsOfferedForItsParentKinds(string kind)
    {
        var at = await OpenAsync(TwoWeakHashes);
        await at.FindingAsync("GB2002");
        Assert.That((await at.Client.CodeActionsAsync(at.Document, at.Document.WholeRange, only: [kind])).Select(action => action.Kind), Is.EqualTo(new[] { "source.fixAll.glassbox" }));
    }

    [Test]
    public async Task SourceFixAll_OnCleanCode_IsNotOffered()
    {
        var at = await OpenAsync("public class Clean { }");
        Assert.That(await at.Client.CodeActionsAsync(at.Document, at.Document.WholeRange, only: ["source.fixAll.glassbox"]), Is.Empty);
    }

    [Test]
    public async Task Only_OtherKinds_GetNothing()
    {
        var at = await OpenAsync(TwoWeakHashes);
        var finding = await at.FindingAsync("GB2002");
        Assert.That(await at.Client.CodeActionsAsync(at.Document, finding.Range, [finding], ["refactor"]), Is.Empty);
        Assert.That(await at.Client.CodeActionsAsync(at.Document, finding.Range, [finding], ["source.organizeImports"]), Is.Empty);
    }

    [Test]
    public async Task ADiagnosticOfAnother_GetsNothing()
    {
        var at = await OpenAsync("public class Clean { }");
        var foreign = new WireDiagnostic(new JsonObject
        {
            ["range"] = at.Document.RangeOf(0, 6), ["message"] = "CS0000: something", ["source"] = "csharp", ["code"] = "CS0000", ["data"] = "theirs",
        });
        Assert.That(await at.Client.CodeActionsAsync(at.Document, foreign), Is.Empty);
    }

    [Test]
    public async Task CannotBeTaken_ReasonIsGivenWhereTheClientShowsIt()
    {
        // Nothing can be awaited under a lock, so the fix would not compile.
        const string Source = """
            using System.Threading.Tasks;

            public class Saver
            {
                private readonly object gate = new();

                public async Task SaveAllAsync()
                {
                    lock (gate)
                    {
                        SaveAsync();
                    }

                    await Task.Yield();
                }

                private async Task SaveAsync() => await Task.Delay(1);
            }
            // $0
            """;
        var able = await StartAtCursorAsync(Source);
        var disabled = (await able.Client.CodeActionsAsync(able.Document, await able.FindingAsync("GB3004"))).Where(action => action.DisabledReason is not null).ToArray();
        Assert.That(disabled.Select(action => action.DisabledReason), Is.Not.Empty.And.All.Not.Empty);

        var unable = await StartAtCursorAsync(Source, new LaunchOptions { Profile = ClientProfile.Full.With("textDocument.codeAction.disabledSupport", null) });
        var shown = await unable.Client.CodeActionsAsync(unable.Document, await unable.FindingAsync("GB3004"));
        Assert.That(shown.Where(action => action.Json["disabled"] is not null), Is.Empty);
    }

    [Test]
    public async Task LineEnds_OfTheDocumentAreKept()
    {
        var at = await OpenAsync("//- /A.cs eol:crlf\n" + RuleSample.Of("GB3001"));
        await at.Client.TakeAsync(await FixAsync(at, await at.FindingAsync("GB3001")));
        Assert.That(at.Document.Text.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain("\n").And.Not.Contain("\r"));
    }

    private static async Task<WireCodeAction> FixAsync(Opened at, WireDiagnostic finding)
    {
        var actions = await at.Client.CodeActionsAsync(at.Document, finding);
        return actions.FirstOrDefault(action => action is { IsPreferred: true, DisabledReason: null })
            ?? throw new WireException($"No preferred fix among: {string.Join("; ", actions)}");
    }

    private static async Task<WireCodeAction> ActionAsync(Opened at, WireDiagnostic finding, string scope)
    {
        var actions = await at.Client.CodeActionsAsync(at.Document, finding);
        return actions.FirstOrDefault(action => action.DisabledReason is null && action.Title.Contains("all", StringComparison.OrdinalIgnoreCase) && action.Title.Contains(scope, StringComparison.OrdinalIgnoreCase))
            ?? throw new WireException($"No fix for all in the {scope} among: {string.Join("; ", actions)}");
    }
}
