using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Contracts.Tests.Wire;

/// <summary>The wire tests' own idea of positions and edits, which shares nothing with the server's.</summary>
public sealed class WireTextTests
{
    [TestCase("utf-8", 5)]
    [TestCase("utf-16", 3)]
    [TestCase("utf-32", 2)]
    public void PositionAt_CountsInTheUnits(string units, int character)
    {
        var position = WireText.PositionAt("x\r\na😀b", 6, PositionUnits.Named(units));
        Assert.That(position.ToJsonString(), Is.EqualTo($"{{\"line\":1,\"character\":{character}}}"));
        Assert.That(WireText.OffsetAt("x\r\na😀b", position, PositionUnits.Named(units)), Is.EqualTo(6));
    }

    [TestCase(0, 2)]
    [TestCase(1, 2)]
    [TestCase(3, 0)]
    [TestCase(-1, 0)]
    public void OffsetAt_APositionThatCannotBe_IsRefused(int line, int character) =>
        Assert.That(
            () => WireText.OffsetAt("x\na😀b", new JsonObject { ["line"] = line, ["character"] = character }, PositionUnits.Utf16), Throws.TypeOf<WireException>());

    [Test]
    public void Apply_AllEditsSpeakOfTheSameText() =>
        Assert.That(WireText.Apply("abcdef", [Edit(4, 5, "E"), Edit(0, 1, ""), Edit(2, 2, "1"), Edit(2, 2, "2")], PositionUnits.Utf16), Is.EqualTo("b12cdEf"));

    [Test]
    public void Apply_OverlappingEdits_AreRefused() =>
        Assert.That(() => WireText.Apply("abcdef", [Edit(0, 3, ""), Edit(2, 4, "")], PositionUnits.Utf16), Throws.TypeOf<WireException>());

    [Test]
    public void Profiles_AreReadableAndCanBeChanged()
    {
        foreach (var profile in new[] { ClientProfile.Full, ClientProfile.Minimal, ClientProfile.Eglot, ClientProfile.Neovim, ClientProfile.VsCode })
        {
            Assert.That(profile.Capabilities, Is.Not.Null, profile.Name);
        }

        var changed = ClientProfile.Minimal.With("a.b", 1).With("a.c", 2).With("a.b", null);
        Assert.That(changed.Capabilities.ToJsonString(), Is.EqualTo("""{"a":{"c":2}}"""));
    }

    private static JsonNode Edit(int start, int end, string text) => new JsonObject
    {
        ["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = 0, ["character"] = start },
            ["end"] = new JsonObject { ["line"] = 0, ["character"] = end },
        },
        ["newText"] = text,
    };
}
