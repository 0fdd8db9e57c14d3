using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

namespace Glassbox.Try.Chapters;

/// <summary>The editor closes, and nothing is left behind.</summary>
internal sealed class EndChapter : IChapter
{
    /// <inheritdoc/>
    public string Title => "The editor closes";

    /// <inheritdoc/>
    public Task RunAsync(Guide guide) => guide.StepAsync("both processes end, and the sample's files are as they were", async step =>
    {
        var client = guide.Client;
        var core = (int?)(await client.StatusAsync())["core"]?["pid"];
        var problems = await step.AskAsync(client.FinishAsync);
        Step.Expect(problems.Count == 0, string.Join('\n', problems));
        Step.Expect(core is not null, "The server names no core.");
        await client.Deadline.UntilAsync("the core ends", () => Task.FromResult(!ProcessTree.IsAlive(core!.Value)));
        foreach (var file in guide.Sample.Files("*"))
        {
            var twin = Path.Combine(SampleCopy.Original, guide.Sample.Relative(file));
            Step.Expect(File.Exists(twin) && File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(twin)), $"{guide.Sample.Relative(file)} was changed.");
        }

        step.Show(guide.Terminal.Paint(Ink.Dim, $"{client.Log.Mark} messages went both ways, every answer was looked at"));
    });
}
