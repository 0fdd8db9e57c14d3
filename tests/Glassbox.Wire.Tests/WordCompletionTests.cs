using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Completion where no language service is: the words of the workspace.</summary>
public sealed class WordCompletionTests : WireTest
{
    [Test]
    public async Task Python_WordsOfTheDocument()
    {
        var at = await OpenAsync("//- /a.py\ndef calculate_total(items):\n    return sum(items)\n\ncalcul$0");
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("calculate_total"));
    }

    [Test]
    public async Task Python_WordsOfOtherDocuments()
    {
        var at = await OpenAsync("//- /a.py\nzebra$0\n//- /b.py\nzebra_crossing = 1");
        await at.Client.Deadline.UntilAsync("the other document's word", async () => (await at.CompleteAsync()).Labels.Contains("zebra_crossing"));
    }

    [Test]
    public async Task Python_WordsOfFilesThatAreNotOpen()
    {
        var client = await StartAsync("//- /a.py\nzebra\n//- /lib/b.py\nzebra_on_disk = 1");
        await client.LoadedAsync();
        var document = await client.OpenAsync("/a.py");
        await client.Deadline.UntilAsync("the file's word", async () => (await client.CompleteAsync(document, document.After("zebra"))).Labels.Contains("zebra_on_disk"));
    }

    [Test]
    public async Task Words_AreRankedByUse()
    {
        var at = await OpenAsync($"//- /a.js\nzebraAlmostNever();\n{string.Concat(Enumerable.Repeat("zebraOften();\n", 20))}zebra$0");
        await at.Client.Deadline.UntilAsync("the frequent word first", async () =>
        {
            var order = (await at.CompleteAsync()).Shown("zebra").Select(item => item.Label).ToList();
            return order.IndexOf("zebraOften") is >= 0 and var often && often < order.IndexOf("zebraAlmostNever");
        });
    }

    [Test]
    public async Task Words_TheOneBeingTypedIsNotOffered()
    {
        var at = await OpenAsync("//- /a.py\nzebra = 1\nzeb$0");
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("zebra").And.Not.Contain("zeb"));
    }

    [Test]
    public async Task Words_WhatWasTypedIsReplaced()
    {
        var at = await OpenAsync("//- /a.md\nInteroperability matters. Interop$0");
        await at.Client.AcceptAsync(at.Document, (await at.CompleteAsync())["Interoperability"]);
        Assert.That(at.Document.Text, Does.EndWith("matters. Interoperability"));
    }

    [Test]
    public async Task Words_UnknownLanguage_IsServed()
    {
        var at = await OpenAsync("//- /a.weird\nzebraWord zeb$0");
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("zebraWord"));
    }

    [Test]
    public async Task Words_ThatLeftTheText_LeaveTheList()
    {
        var at = await OpenAsync("//- /a.py\nzebra_gone = 1\nzebra_kept = 2\nzebra$0");
        await at.Client.ReplaceTextAsync(at.Document, "zebra_gone = 1\n", "");
        await at.Client.Deadline.UntilAsync("the word is gone", async () =>
        {
            var labels = (await at.Client.CompleteAsync(at.Document, at.Document.Text.Length)).Labels.ToList();
            return labels.Contains("zebra_kept") && !labels.Contains("zebra_gone");
        });
    }
}
