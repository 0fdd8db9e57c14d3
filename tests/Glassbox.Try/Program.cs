using System.Text;
using Glassbox.Testing.Wire;
using Glassbox.Try.Chapters;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

// An editor on the console: it drives the published server over stdio on a copy of samples/Shop, shows what an editor
// would show, and checks every answer. Exit code 0 when all of it went as it should, else 1.
Console.OutputEncoding = Encoding.UTF8;
var terminal = new Terminal(Console.Out, hasColours: Terminal.WantsColours(), isLive: !Console.IsOutputRedirected);

try
{
    using var sample = new SampleCopy();
    await using var guide = new Guide(terminal, sample, PlantedFinding.ReadAll(sample));
    await guide.LeadAsync([new StartChapter(), new CompletionChapter(), new GhostTextChapter(), new FindingsChapter(), new FixChapter(), new EndChapter()]);
    return guide.Conclude() ? 0 : 1;
}
catch (WireException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
