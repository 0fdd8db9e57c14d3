using System.Text.Json;

namespace Glassbox.Clients.Tests;

/// <summary>The Neovim plugin alone: what it says to Neovim and, before any server answers, to a server.</summary>
[TestFixture]
public sealed class NeovimPluginTests
{
    private sealed record Defaults(
        string[] Cmd, bool SilentAboutTrust, bool Same, string[] Filetypes, Dictionary<string, string> Roots, int Help);

    private sealed record Setup(JsonElement Options, string Root, JsonElement Settings, string Language);

    [Test]
    public async Task Setup_NoOptions_ConfiguresTheServerAndIsSilentAboutTrust()
    {
        var saw = await NeovimCase.RunAloneAsync<Defaults>("plugin_defaults");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Cmd, Is.EqualTo((string[])["glassbox", "lsp"]));
            Assert.That(saw.SilentAboutTrust, "trust is sent only when the user said something of it");
            Assert.That(saw.Filetypes, Is.SupersetOf((string[])["cs", "python", "typescript", "markdown", "yaml"]));
            Assert.That(saw.Same, "nvim-lspconfig's way starts the same server for the same files");
            Assert.That(saw.Help, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Root_SolutionBeforeProjectBeforeGit_IsTheNearestOfTheFirstKindFound()
    {
        var saw = await NeovimCase.RunAloneAsync<Defaults>("plugin_defaults");
        var expected = new Dictionary<string, string> { ["solution"] = "src", ["project"] = "src", ["neither"] = "." };
        Assert.That(saw.Roots, Is.EquivalentTo(expected));
    }

    [Test]
    public async Task Setup_WithOptions_SendsThemToTheServer()
    {
        var saw = await NeovimCase.RunAloneAsync<Setup>("plugin_setup");
        Assert.Multiple(() =>
        {
            Assert.That(saw.Options.GetProperty("trusted").GetBoolean());
            Assert.That(saw.Root, Is.EqualTo("Shop"));
            Assert.That(saw.Settings.GetRawText(), Is.EqualTo("""{"glassbox":{"ghostText":{"threshold":0.7}}}"""));
            Assert.That(saw.Language, Is.EqualTo("csharp"));
        });
    }
}
