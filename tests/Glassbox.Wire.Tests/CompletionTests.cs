using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Popup completion in C#, for a client that can do everything.</summary>
public sealed class CompletionTests : WireTest
{
    // CompletionItemKind. Spec: LSP 3.18.
    private const int Method = 2;
    private const int Field = 5;
    private const int Variable = 6;
    private const int Class = 7;
    private const int Property = 10;
    private const int Keyword = 14;

    [Test]
    public async Task AfterADot_TheMembersWithKindAndDetail()
    {
        var at = await OpenAsync("class Animal { public int Legs { get; set; } public string Name = \"\"; public void Run(int far) { } }\nclass User { void M(Animal animal) { animal.$0 } }");
        var list = await at.CompleteAsync('.');
        Assert.That(list["Legs"].Kind, Is.EqualTo(Property));
        Assert.That(list["Name"].Kind, Is.EqualTo(Field));
        Assert.That(list["Run"].Kind, Is.EqualTo(Method));
        // A detail may come with the list or on resolve, as documentation does.
        Assert.That(list["Legs"].Detail ?? (await at.Client.ResolveAsync(list["Legs"])).Detail, Does.Contain("int"));
        Assert.That(list["Run"].Detail ?? (await at.Client.ResolveAsync(list["Run"])).Detail, Does.Contain("far"));
        Assert.That(list.Labels, Does.Not.Contain("User").And.Not.Contain("class"));
    }

    [Test]
    public async Task InABody_LocalsParametersTypesAndKeywords()
    {
        var at = await OpenAsync("class Zebra { int stripes; void M(int count) { var total = 1; $0 } }");
        var list = await at.CompleteAsync();
        Assert.That(list["total"].Kind, Is.EqualTo(Variable));
        Assert.That(list["count"].Kind, Is.EqualTo(Variable));
        Assert.That(list["stripes"].Kind, Is.EqualTo(Field));
        Assert.That(list["Zebra"].Kind, Is.EqualTo(Class));
        Assert.That(list["return"].Kind, Is.EqualTo(Keyword));
    }

    [Test]
    public async Task LocalDeclaredLater_IsNotOffered()
    {
        var at = await OpenAsync("class A { void M() { $0\n var zebraLater = 1; } }");
        Assert.That((await at.CompleteAsync()).Labels, Does.Not.Contain("zebraLater"));
    }

    [Test]
    public async Task PrivateMemberOfAnother_IsNotOffered()
    {
        var at = await OpenAsync("class Animal { private int hidden; public int Shown; }\nclass User { void M(Animal animal) { animal.$0 } }");
        Assert.That((await at.CompleteAsync('.')).Labels, Does.Contain("Shown").And.Not.Contain("hidden"));
    }

    [Test]
    public async Task StaticType_OffersStaticMembersOnly()
    {
        var at = await OpenAsync("class Zoo { public static int Count; public int Size; }\nclass User { void M() { Zoo.$0 } }");
        Assert.That((await at.CompleteAsync('.')).Labels, Does.Contain("Count").And.Not.Contain("Size"));
    }

    [Test]
    public async Task ExtensionMethods_AreOffered()
    {
        var at = await OpenAsync("using System.Linq;\nclass User { void M(int[] numbers) { numbers.$0 } }");
        Assert.That((await at.CompleteAsync('.')).Labels, Does.Contain("Where").And.Contain("Length"));
    }

    [Test]
    public async Task AnEnumsMembers_AreOffered()
    {
        var at = await OpenAsync("enum Colour { Red, Green }\nclass User { Colour c = Colour.$0 }");
        Assert.That((await at.CompleteAsync('.')).Labels, Does.Contain("Red").And.Contain("Green"));
    }

    [Test]
    public async Task Overloads_AreOneCandidate()
    {
        var at = await OpenAsync("class Zoo { public void Feed() { } public void Feed(int a) { } }\nclass User { void M(Zoo zoo) { zoo.$0 } }");
        Assert.That((await at.CompleteAsync('.')).Labels.Count(label => label == "Feed"), Is.EqualTo(1));
    }

    [Test]
    public async Task TheWordTyped_IsReplaced()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }");
        var item = (await at.CompleteAsync())["Legs"];
        Assert.That(at.Document.TextOf(item.Edit!["range"]!), Is.EqualTo("Le"));
        await at.Client.AcceptAsync(at.Document, item);
        Assert.That(at.Document.Text, Does.Contain("animal.Legs;"));
    }

    [Test]
    public async Task InTheMiddleOfAWord_TheCursorsWordIsReplaced()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0xx; }");
        var range = (await at.CompleteAsync())["Legs"].Edit!["range"]!;
        var (start, end) = at.Document.OffsetsOf(range);
        Assert.That(start, Is.EqualTo(at.Cursor - 2));
        Assert.That(end, Is.GreaterThanOrEqualTo(at.Cursor).And.LessThanOrEqualTo(at.Cursor + 2));
    }

    [Test]
    public async Task ItemDefaults_CarryTheRange_SoItemsDoNot()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }");
        var list = await at.CompleteAsync();
        Assert.That(list.Defaults?["editRange"], Is.Not.Null);
        Assert.That(list["Legs"].Json["textEdit"], Is.Null);
    }

    [Test]
    public async Task ClientWithoutItemDefaults_GetsATextEditForEach()
    {
        var at = await StartAtCursorAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }", new LaunchOptions { Profile = ClientProfile.Minimal });
        await at.Client.LoadedAsync();
        var list = await at.CompleteAsync();
        Assert.That(list.Defaults, Is.Null);
        Assert.That(list.Items.Select(item => item.Json["textEdit"]), Is.All.Not.Null);
        await at.Client.AcceptAsync(at.Document, list["Legs"]);
        Assert.That(at.Document.Text, Does.Contain("animal.Legs;"));
    }

    [Test]
    public async Task FilterText_MatchesWhatIsTyped()
    {
        var at = await OpenAsync("class Zebra { void M() { int @class = 1; Ze$0 } }");
        var list = await at.CompleteAsync();
        Assert.That(list.Shown("Ze").Select(item => item.Label), Does.Contain("Zebra"));
        Assert.That(list.Items.Select(item => item.FilterText), Is.All.Not.Empty);
    }

    [Test]
    public async Task AVerbatimName_IsInsertedSoThatItParses()
    {
        var at = await OpenAsync("class Zebra { void M() { int @class = 1; M(); cla$0 } }");
        var list = await at.CompleteAsync();
        Assert.That(list.Items.Select(item => item.NewText), Does.Contain("@class"));
    }

    [Test]
    public async Task Resolve_BringsTheDocumentation()
    {
        var at = await OpenAsync("class Animal { /// <summary>How many it stands on.</summary>\n public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }");
        var item = (await at.CompleteAsync())["Legs"];
        Assert.That(item.Documentation, Is.Null, "documentation is for resolve");
        // Right after it is opened, a loose file may still bind with others that define the same names.
        var resolved = await at.Client.Deadline.UntilAsync<CompletionItem>("its documentation", async () =>
            await at.Client.ResolveAsync((await at.CompleteAsync())["Legs"]) is { Documentation: not null } found ? found : null);
        Assert.That(resolved.Label, Is.EqualTo("Legs"));
        Assert.That(resolved.Documentation, Does.Contain("How many it stands on."));
        Assert.That((string?)resolved.Json["documentation"]?["kind"], Is.EqualTo("markdown"));
    }

    [Test]
    public async Task Resolve_ChangesNothingThatInserts()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }");
        var item = (await at.CompleteAsync())["Legs"];
        var resolved = await at.Client.ResolveAsync(item);
        Assert.That(resolved.SortText, Is.EqualTo(item.SortText));
        Assert.That(resolved.FilterText, Is.EqualTo(item.FilterText));
        Assert.That(JsonNode.DeepEquals(resolved.Json["textEdit"], item.Json["textEdit"]), Is.True);
        Assert.That(resolved.NewText, Is.EqualTo(item.NewText));
    }

    [Test]
    public async Task Resolve_AfterTheTextChanged_IsSurvived()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }");
        var item = (await at.CompleteAsync())["Legs"];
        await at.Client.ReplaceAllAsync(at.Document, "// nothing is left");
        Assert.That((await at.Client.ResolveAsync(item)).Label, Is.EqualTo("Legs"));
    }

    [Test]
    public async Task Resolve_OfAnUnknownItem_IsGivenBackOrRefused()
    {
        var client = await SharedAsync();
        var item = new CompletionItem(new JsonObject { ["label"] = "strange", ["data"] = new JsonObject { ["x"] = 1 } }, null);
        try
        {
            Assert.That((await client.ResolveAsync(item)).Label, Is.EqualTo("strange"));
        }
        catch (LspErrorException refused)
        {
            Assert.That(refused.Code, Is.EqualTo(LspErrorException.InvalidParams));
        }
    }

    [Test]
    public async Task UnimportedType_IsOfferedWithItsUsing()
    {
        var at = await OpenAsync("class User { void M() { StringBuil$0 } }");
        var item = await at.Client.Deadline.UntilAsync<CompletionItem>(
            "the unimported type", async () => (await at.CompleteAsync()).Items.FirstOrDefault(found => found.Label == "StringBuilder" && found.AdditionalTextEdits.Count > 0));
        await at.Client.AcceptAsync(at.Document, item);
        Assert.That(at.Document.Text, Does.StartWith("using System.Text;\n").And.Contain("StringBuilder }"));
    }

    [Test]
    public async Task UnimportedType_TheUsingGoesAmongTheOthers()
    {
        var at = await OpenAsync("// Header.\nusing System;\nusing System.Xml;\n\nclass User { void M() { StringBuil$0 } }");
        var item = await at.Client.Deadline.UntilAsync<CompletionItem>(
            "the unimported type", async () => (await at.CompleteAsync()).Items.FirstOrDefault(found => found.Label == "StringBuilder" && found.AdditionalTextEdits.Count > 0));
        await at.Client.AcceptAsync(at.Document, item);
        Assert.That(at.Document.Text, Does.StartWith("// Header.\nusing System;\nusing System.Text;\nusing System.Xml;\n"));
    }

    [Test]
    public async Task UnimportedType_SettingOff_IsNotOffered()
    {
        var settings = new JsonObject { ["completion"] = new JsonObject { ["importCompletion"] = false } };
        var at = await StartAtCursorAsync("class User { void M() { StringBuil$0 } }", new LaunchOptions { Settings = settings });
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Items.Where(item => item.AdditionalTextEdits.Count > 0), Is.Empty);
    }

    [Test]
    public async Task MoreThanTheLimit_IsIncomplete_AndWhatIsTypedNarrowsIt()
    {
        var members = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"public int M{i:000};"));
        var settings = new JsonObject { ["completion"] = new JsonObject { ["maxItems"] = 20 } };
        var at = await StartAtCursorAsync($"class Many {{ {members} }}\nclass User {{ void M(Many many) {{ many.$0 }} }}", new LaunchOptions { Settings = settings });
        await at.Client.LoadedAsync();
        var list = await at.CompleteAsync('.');
        Assert.That(list.IsIncomplete, Is.True);
        Assert.That(list.Items, Has.Count.LessThanOrEqualTo(20));

        var end = await at.Client.TypeAsync(at.Document, at.Cursor, "M199");
        var narrowed = await at.Client.CompleteAsync(at.Document, end);
        Assert.That(narrowed.Labels, Does.Contain("M199"));
    }

    [Test]
    public async Task FewCandidates_AreComplete()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { int M(Animal animal) => animal.$0; }");
        Assert.That((await at.CompleteAsync('.')).IsIncomplete, Is.False);
    }

    [Test]
    public async Task Order_FollowsUse()
    {
        var uses = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"    void U{i}(Animal animal) {{ animal.Zigzag(); }}"));
        var client = await SharedAsync();
        var folder = NextFolder();
        Directory.CreateDirectory(client.PathOf(folder));
        await File.WriteAllTextAsync(client.PathOf($"{folder}/Animal.cs"), $"class Animal {{ public void Amble() {{ }} public void Zigzag() {{ }} }}\nclass Uses\n{{\n{uses}\n}}");
        await client.FilesChangedAsync((client.PathOf($"{folder}/Animal.cs"), 1));
        var document = await client.OpenAsync($"{folder}/User.cs", "class User { void M(Animal animal) { animal. } }");
        await client.Deadline.UntilAsync("what is used most comes first", async () =>
        {
            var order = (await client.CompleteAsync(document, document.After("animal."), '.')).Shown().Select(item => item.Label).ToList();
            return order.IndexOf("Zigzag") is >= 0 and var often && often < order.IndexOf("Amble");
        });
    }

    [Test]
    public async Task TypedCharacterByCharacter_TheLastAnswerIsRight()
    {
        var at = await OpenAsync("class Animal { public int Legs; public int Lungs; }\nclass User { void M(Animal animal) { $0 } }");
        var cursor = at.Cursor;
        foreach (var character in "animal.Lun")
        {
            cursor = await at.Client.TypeAsync(at.Document, cursor, character.ToString());
            if (character == '.' || char.IsLetter(character)) _ = await at.Client.SendRequestAsync("textDocument/completion", LanguageRequests.CompletionParams(at.Document, cursor));
        }

        var list = await at.Client.CompleteAsync(at.Document, cursor);
        Assert.That(list.Shown("Lun")[0].Label, Is.EqualTo("Lungs"));
    }

    [TestCase("class A { /* anim$0 */ int animal; }")]
    [TestCase("class A { // anim$0\n int animal; }")]
    [TestCase("class A { string s = \"anim$0\"; int animal; }")]
    [TestCase("class A { int animal; char c = 'a$0'; }")]
    public async Task InACommentOrText_NoSymbolsAreOffered(string fixture)
    {
        var at = await OpenAsync(fixture);
        Assert.That((await at.CompleteAsync()).Items.Where(item => item.Kind is not 1), Is.Empty);
    }

    [Test]
    public async Task InAnInterpolation_SymbolsAreOffered()
    {
        var at = await OpenAsync("class A { int animal; string M() => $\"{anim$0}\"; }");
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("animal"));
    }

    [Test]
    public async Task ANewName_GetsNoSymbolForced()
    {
        var at = await OpenAsync("class Zebra { void M() { int zeb$0 } }");
        Assert.That((await at.CompleteAsync()).Items.Where(item => (bool?)item.Json["preselect"] == true), Is.Empty);
    }

    [TestCase("class A { void M( { anim$0 ")]
    [TestCase("class A { void M() { if (x { foreach (var animal in ) { anim$0 ")]
    [TestCase("}}}} class A { int animal; int B => anim$0")]
    public async Task HalfWrittenCode_IsAnswered(string fixture)
    {
        var at = await OpenAsync(fixture.Replace("A {", "A { int animalField; ", StringComparison.Ordinal));
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("animalField"));
    }

    [Test]
    public async Task DocumentNeverOpened_IsAnsweredWithNothingOrFromDisk()
    {
        var client = await SharedAsync();
        var document = new ClientDocument(LspClient.UriOf(client.PathOf("never-was.cs")), null, "csharp", "class A { }", client.Units);
        Assert.That((await client.CompleteAsync(document, 3)).Items, Is.Empty);
    }

    [Test]
    public async Task PositionPastTheEnd_IsAnswered()
    {
        var at = await OpenAsync("class Zebra { }\n$0");
        var answer = await at.Client.RequestAsync("textDocument/completion", new JsonObject
        {
            ["textDocument"] = at.Document.Identifier,
            ["position"] = new JsonObject { ["line"] = 999, ["character"] = 999 },
        });
        Assert.That(() => CompletionResult.Read(answer), Throws.Nothing);
    }

    [Test]
    public async Task Documentation_PlainForAClientWithoutMarkdown()
    {
        var at = await StartAtCursorAsync(
            "class Animal { /// <summary>How many it <c>stands</c> on.</summary>\n public int Legs; }\nclass User { int M(Animal animal) => animal.Le$0; }",
            new LaunchOptions { Profile = ClientProfile.Minimal });
        await at.Client.LoadedAsync();
        var resolved = await at.Client.ResolveAsync((await at.CompleteAsync())["Legs"]);
        var kind = resolved.Json["documentation"] is JsonObject markup ? (string?)markup["kind"] : "plaintext";
        Assert.That(kind, Is.EqualTo("plaintext"));
        Assert.That(resolved.Documentation, Does.Contain("How many it stands on."));
    }

    [Test]
    public async Task ClientWithoutSnippets_GetsNone()
    {
        var at = await StartAtCursorAsync("class A { void M() { f$0 } }", new LaunchOptions { Profile = ClientProfile.Minimal });
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Items.Where(item => (int?)item.Json["insertTextFormat"] == 2), Is.Empty);
    }

    [Test]
    public async Task CommitCharacters_StandOnceInTheDefaults()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { void M(Animal animal) { $0 } }");
        var list = await at.CompleteAsync();
        Assert.That(list.Defaults?["commitCharacters"]?.AsArray().Select(item => (string)item!), Does.Contain(".").And.Not.Contain(" "));
        Assert.That(list["animal"].Json["commitCharacters"], Is.Null);
        Assert.That(list["return"].Json["commitCharacters"]?.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Method_BringsItsParenthesesToAClientThatKnowsSnippets()
    {
        var at = await OpenAsync("class Animal { public void Feed(int much) { } }\nclass User { void M(Animal animal) { animal.$0 } }");
        var feed = (await at.CompleteAsync('.'))["Feed"];
        Assert.That(feed.NewText, Is.EqualTo("Feed($1)"));
        Assert.That((int?)feed.Json["insertTextFormat"], Is.EqualTo(2));
        Assert.That(feed.FilterText, Is.EqualTo("Feed"));
    }

    [Test]
    public async Task Block_KeepsItsIndentation()
    {
        var at = await OpenAsync("class User\n{\n    void M()\n    {\n        fore$0\n    }\n}");
        var block = (await at.CompleteAsync()).Items.Single(item => item.Label == "foreach" && item.Kind == 15);
        Assert.That(block.NewText, Does.Contain("\n{\n"));
        Assert.That((int?)block.Json["insertTextMode"], Is.EqualTo(2));
    }

    [Test]
    public async Task AcrossTheShop_MembersOfAnotherProject()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("Shop.Data/OrderRepository.cs");
        await client.ReplaceTextAsync(document, "header.Add(\"@total\", order.Total.Amount);", "header.Add(\"@total\", order.);");
        Assert.That((await client.CompleteAsync(document, document.After("header.Add(\"@total\", order."), '.')).Labels, Does.Contain("Total").And.Contain("Lines").And.Contain("Status"));
    }
}
