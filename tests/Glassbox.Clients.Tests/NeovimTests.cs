namespace Glassbox.Clients.Tests;

/// <summary>
/// The server in a real Neovim, through our plugin and Neovim's own LSP client, as a user has it. Every case starts an
/// editor and a server of its own, on a copy of the sample; see <c>neovim/cases</c> for what happens in the editor.
/// </summary>
[TestFixture]
public sealed class NeovimTests
{
    private sealed record Attached(string Root, string? Server, string[] Triggers, string Language, bool GhostText);

    private sealed record OtherLanguage(string Language, bool Same);

    private sealed record Diagnosed(string? Source, string Message, string Line, string Under, bool Drawn);

    private sealed record Completed(string[] Labels);

    private sealed record Typed(string[] Offered, string Line);

    private sealed record Offer(string Title, string? Kind, bool Preferred);

    private sealed record Fixed(Offer[] Offered, string After, string[] Others, bool Undone);

    private sealed record Hovered(string Shown, bool Elsewhere);

    private sealed record GhostText(bool Announced, string[] Texts);

    private sealed record TakenGhostText(string Line);

    private sealed record WithoutPlugin(bool Actions, bool Drawn, string[] Labels);

    private sealed record Synced(bool Churned, string[] Labels, string Under);

    private sealed record TypedWords(string[] Words);

    private sealed record Question(string Prompt, string[] Items);

    private sealed record Ended(int[] Processes);

    private sealed record Recovered(bool Same, int Messages);

    private sealed record Switched(bool Gone);

    [Test]
    public async Task Attach_FileOfASolution_ServesItFromTheSolutionsFolder()
    {
        var saw = await NeovimCase.RunAsync<Attached>("attach");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Root, Is.EqualTo("Shop"));
            Assert.That(saw.Server, Is.EqualTo("glassbox").IgnoreCase);
            Assert.That(saw.Triggers, Does.Contain("."));
            Assert.That(saw.Language, Is.EqualTo("csharp"));
            Assert.That(saw.GhostText, "the plugin switches ghost text on where Neovim has it");
        });
    }

    [Test]
    public async Task Attach_OtherLanguages_OneServerServesThemAll()
    {
        var saw = await NeovimCase.RunAsync<OtherLanguage[]>("other_languages");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Select(other => other.Language), Is.EquivalentTo((string[])["python", "markdown", "yaml"]));
            Assert.That(saw.Select(other => other.Same), Is.All.True);
        });
    }

    [Test]
    public async Task Attach_NeovimsOwnWordsWithoutThePlugin_FindingsActionsAndCompletionAreThere()
    {
        var saw = await NeovimCase.RunAsync<WithoutPlugin>("no_plugin");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Drawn);
            Assert.That(saw.Actions);
            Assert.That(saw.Labels, Does.Contain("CommandText"));
        });
    }

    [Test]
    public async Task Diagnostics_PlantedInjection_IsShownUntilItIsTypedAway()
    {
        var saw = await NeovimCase.RunAsync<Diagnosed>("diagnostics");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Source, Is.EqualTo("glassbox").IgnoreCase);
            Assert.That(saw.Message, Is.Not.Empty);
            Assert.That(saw.Line, Does.Contain("command.CommandText ="));
            Assert.That(saw.Line, Does.Contain(saw.Under).And.Not.EqualTo(saw.Under), "a part of it is underlined");
            Assert.That(saw.Drawn, "Neovim underlines it");
        });
    }

    [Test]
    public async Task Completion_BehindADot_OffersTheMembers()
    {
        var saw = await NeovimCase.RunAsync<Completed>("completion");
        Assert.That(saw.Labels.Select(WithoutMark), Is.SupersetOf((string[])["Länge", "Breite"]).And.None.EqualTo("Planted"));
    }

    [Test]
    public async Task Completion_TypedKeys_PopupOpensNarrowsAndIsTaken()
    {
        var saw = await NeovimCase.RunAsync<Typed>("typed_completion");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Offered.Select(WithoutMark), Is.SupersetOf((string[])["Länge", "Breite"]));
            Assert.That(saw.Line.Trim(), Is.EqualTo("_ = größe.Breite;"));
        });
    }

    [Test]
    public async Task CodeAction_PreferredQuickFix_RemovesTheFindingAndCanBeUndone()
    {
        var saw = await NeovimCase.RunAsync<Fixed>("quick_fix");
        Assert.Multiple(() =>
        {
            Assert.That(saw.After, Does.Not.Contain("+ prefix"));
            Assert.That(saw.Others, Is.Empty, "a fix brings no new finding");
            Assert.That(saw.Undone);
        });
    }

    [Test]
    public async Task Hover_OnAFinding_ExplainsItAndIsSilentElsewhere()
    {
        var saw = await NeovimCase.RunAsync<Hovered>("hover");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Shown, Does.Contain("GB1001").And.Contain("CWE-89"));
            Assert.That(saw.Shown, Does.Contain("prefix"), "the flow is named");
            Assert.That(saw.Elsewhere, Is.False);
        });
    }

    [Test]
    public async Task InlineCompletion_LearnedCode_IsAnnouncedAndAnswered()
    {
        var saw = await NeovimCase.RunAsync<GhostText>("inline_completion");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Announced);
            Assert.That(saw.Texts[0], Does.StartWith("CreateCommand()"));
        });
    }

    [Test]
    public async Task InlineCompletion_TypedKeys_GhostTextIsDrawnAndTaken()
    {
        var saw = await NeovimCase.RunAsync<TakenGhostText>("typed_ghost_text");
        Assert.That(saw.Line, Does.Match(@"^await using var other\d+ = connection\.CreateCommand\(\);$"));
    }

    [Test]
    public async Task Sync_ManyEditsOutsideAscii_ServerHasTheEditorsText()
    {
        var saw = await NeovimCase.RunAsync<Synced>("sync");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Churned);
            Assert.That(saw.Labels.Select(WithoutMark), Is.SupersetOf((string[])["Länge", "Breite"]).And.None.EqualTo("Planted"));
        });
    }

    [Test]
    public async Task Sync_TypedKeysAndUndo_PopupIsRight()
    {
        var saw = await NeovimCase.RunAsync<TypedWords>("typed_edits");
        Assert.That(saw.Words.Select(WithoutMark), Is.SupersetOf((string[])["Länge", "Breite"]).And.None.EqualTo("Planted"));
    }

    [Test]
    public async Task Settings_ChangedWhileRunning_TakeEffect()
    {
        var saw = await NeovimCase.RunAsync<Switched>("settings");
        Assert.That(saw.Gone);
    }

    [Test]
    public async Task Settings_UnknownName_IsNamedOnceWithTheNearestKnown()
    {
        var saw = await NeovimCase.RunAsync<string[]>("unknown_setting");
        Assert.That(saw, Has.One.Items);
        Assert.That(saw[0], Does.Contain("complection").And.Contain("completion"));
    }

    [Test]
    public async Task Trust_NobodySaid_TheUserIsAskedOnce()
    {
        var saw = await NeovimCase.RunAsync<Question[]>("trust");
        Assert.That(saw, Has.One.Items);
        Assert.That(saw[0].Prompt, Does.Contain("Shop"));
        Assert.That(saw[0].Items, Is.Not.Empty);
    }

    [Test]
    public async Task Exit_EditorQuits_NothingStaysBehind()
    {
        // That nothing survives the editor is checked at the end of every case.
        var saw = await NeovimCase.RunAsync<Ended>("quit");
        Assert.That(saw.Processes, Is.Not.Empty);
    }

    [Test]
    public async Task Exit_EditorIsKilled_ServerEndsByItself()
    {
        var saw = await NeovimCase.RunAsync<Ended>("killed");
        Assert.That(saw.Processes, Is.Not.Empty);
    }

    [Test]
    public async Task Core_Killed_TheSameServerGoesOnWithTheEditorsText()
    {
        var saw = await NeovimCase.RunAsync<Recovered>("core_crash");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Same);
            Assert.That(saw.Messages, Is.EqualTo(1), "it is said once");
        });
    }

    // Beside a label stands what the item's label details say.
    private static string WithoutMark(string shown) => shown.EndsWith(" ★", StringComparison.Ordinal) ? shown[..^2] : shown;
}
