using System.Text.Json.Nodes;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Handlers;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Core.Tests.Faces;

/// <summary>One candidate as different clients get it.</summary>
public sealed class CompletionItemsTests
{
    private const string Item = "\"completionItem\":";

    private static readonly DocumentPath Document = DocumentPath.FromFile("/App/A.cs");

    private static readonly CompletionCandidate Candidate = new("Total", CandidateKind.Method, "", null, "000000", null, null, Preselect: false, [], "e0");

    [Test]
    public void Likely_IsMarkedBesideTheLabel()
    {
        var item = ItemOf(Item + "{\"labelDetailsSupport\":true}", Candidate with { IsLikely = true, Qualifier = "System" });
        Assert.That((string?)item["label"], Is.EqualTo("Total"));
        Assert.That((string?)item["labelDetails"]?["detail"], Is.EqualTo(" ★"));
        Assert.That((string?)item["labelDetails"]?["description"], Is.EqualTo("System"));
        Assert.That(item["detail"], Is.Null);
    }

    [TestCase("", "★")]
    [TestCase("int x", "★ int x")]
    public void Likely_IsMarkedInTheDetailOfAClientWithoutLabelDetails(string detail, string expected)
    {
        var item = ItemOf("", Candidate with { IsLikely = true, Detail = detail });
        Assert.That((string?)item["detail"], Is.EqualTo(expected));
        Assert.That((string?)item["label"], Is.EqualTo("Total"));
        Assert.That(ItemOf("", Candidate with { Detail = detail })["detail"]?.ToString() ?? "", Is.EqualTo(detail));
    }

    [Test]
    public void Snippet_IsForClientsThatKnowThem()
    {
        var candidate = Candidate with { Snippet = "Total($1)" };
        var knows = ItemOf(Item + "{\"snippetSupport\":true}", candidate);
        Assert.That(((string?)knows["textEdit"]?["newText"], (int?)knows["insertTextFormat"]), Is.EqualTo(("Total($1)", 2)));
        var plain = ItemOf("", candidate);
        Assert.That(((string?)plain["textEdit"]?["newText"], (int?)plain["insertTextFormat"]), Is.EqualTo(("Total", (int?)null)));
        Assert.That(ListOf("", candidate with { IsSnippetOnly = true })["items"], Is.Empty);
    }

    [Test]
    public void FurtherLines_AreIndentedHereOrByTheClient()
    {
        var candidate = Candidate with { InsertText = "a\nb" };
        var told = ItemOf(Item + "{\"insertTextModeSupport\":{\"valueSet\":[1,2]}}", candidate);
        Assert.That(((string?)told["textEdit"]?["newText"], (int?)told["insertTextMode"]), Is.EqualTo(("a\nb", 2)));
        Assert.That((string?)ItemOf("\"insertTextMode\":2", candidate)["textEdit"]?["newText"], Is.EqualTo("a\nb"));
        Assert.That((string?)ItemOf("", candidate)["textEdit"]?["newText"], Is.EqualTo("a\n  b"));
    }

    [Test]
    public void CommitCharacters_StandOnceWhereTheClientTakesThemSo()
    {
        const string Able = Item + "{\"commitCharactersSupport\":true,\"snippetSupport\":true}";
        var shared = ListOf(Able + ",\"completionList\":{\"itemDefaults\":[\"commitCharacters\"]}", Candidate, Candidate with { CommitCharacters = "" });
        Assert.That(shared["itemDefaults"]?["commitCharacters"]?.Values<string>(), Is.EqualTo(new[] { ".", ";" }));
        Assert.That(shared["items"]![0]!["commitCharacters"], Is.Null);
        Assert.That(shared["items"]![1]!["commitCharacters"], Is.Empty);

        var single = ListOf(Able, Candidate, Candidate with { CommitCharacters = "" }, Candidate with { Snippet = "Total($1)" }, Candidate with { Snippet = "Total()$0", SnippetCommitCharacters = "." });
        Assert.That(single["itemDefaults"], Is.Null);
        Assert.That(single["items"]!.Select(item => string.Concat(item["commitCharacters"]?.Values<string>() ?? [])), Is.EqualTo(new[] { ".;", "", "", "." }));
        Assert.That(ItemOf("", Candidate)["commitCharacters"], Is.Null);
    }

    private static JToken ItemOf(string completion, CompletionCandidate candidate) => ListOf(completion, candidate)["items"]![0]!;

    private static JObject ListOf(string completion, params CompletionCandidate[] candidates)
    {
        var profile = new ClientProfile((JsonObject)JsonNode.Parse("{\"capabilities\":{\"textDocument\":{\"completion\":{" + completion + "}}}}")!);
        var mirror = new DocumentMirror();
        mirror.Set(new MirroredDocument("file:///App/A.cs", Document, "csharp", 1, TextBuffer.Create("class A\n  {\n  }")));
        var answer = new CompletionAnswer(TextRange.At(new TextPosition(1, 2)), [.. candidates], IsIncomplete: false, 1, Provenance.Nothing) { CommitCharacters = ".;" };
        return new CompletionItems(profile, mirror, new LspJson(profile, mirror)).ToList(Document, answer);
    }
}
