using System.Text;
using Glassbox.Eval.Stdio;
using Glassbox.Testing.Timed;

namespace Glassbox.Eval.Leaks;

/// <summary>
/// What was deleted is never offered again: a name that nothing else has is put on disk and into a buffer, learned, and taken away
/// from both; from then on no answer may hold it.
/// </summary>
internal sealed class LeakCheck
{
    private const string Statement = "\n        ";

    private readonly EditorSession session;
    private readonly string marker;
    private readonly List<string> violations = [];
    private int asked;

    private LeakCheck(EditorSession session, string marker) => (this.session, this.marker) = (session, marker);

    /// <summary>Checks a checkout and says what was found.</summary>
    /// <returns>The number of violations; 1 where the check proves nothing.</returns>
    public static async Task<int> RunAsync(string folder, EvalOptions options)
    {
        var marker = LeakMarker.Of(options.Seed, 1);
        using var copy = HeldOutCopy.Of(folder, []);
        var files = Choose(copy.Folder, marker, options);
        var source = copy.PathOf($"{Path.GetRelativePath(copy.Folder, Path.GetDirectoryName(files[0])!)}/{marker.Name}.cs");
        var prose = copy.PathOf($"{marker.Name}.md");
        await File.WriteAllTextAsync(source, marker.Source);
        await File.WriteAllTextAsync(prose, marker.Prose);

        await using var session = await EditorSession.StartAsync(copy.Folder);
        var check = new LeakCheck(session, marker.Name);
        var note = await session.OpenAsync(copy.PathOf("notes.md"), $"# Notes\n\n{LeakMarker.Prefix}");
        var documents = new List<(BenchDocument Document, string Text, int Body)>();
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file);
            var (marked, body) = marker.InsertInto(text)!.Value;
            documents.Add((await session.OpenAsync(file, marked), text, body));
        }

        await session.SettleAsync();
        await check.AskAsync(note, note.Text.Length, LeakMarker.Prefix);
        foreach (var (document, _, body) in documents) await check.AskInBodyAsync(document, document.Text.IndexOf(marker.Name + "(1)", body, StringComparison.Ordinal));
        var before = check.violations.Count;
        check.violations.Clear();

        File.Delete(source);
        File.Delete(prose);
        await session.FilesChangedAsync((source, 3), (prose, 3));
        foreach (var (document, text, _) in documents) await document.ReplaceAsync(0, document.Text.Length, text);
        await session.SettleAsync();
        check.asked = 0;
        await check.AskAsync(note, note.Text.Length, LeakMarker.Prefix);
        foreach (var (document, text, body) in documents)
        {
            await check.AskInBodyAsync(document, body);
            await check.AskEverywhereAsync(document, text, options);
        }

        Console.WriteLine();
        Console.WriteLine(before == 0
            ? $"Leaks in {Path.GetFileName(folder)}: the marker was never offered while it was there, so that this proves nothing."
            : $"Leaks in {Path.GetFileName(folder)}: offered {before} times while it was there, {check.violations.Count} times after it was deleted, at {check.asked} questions.");
        foreach (var violation in check.violations) Console.WriteLine($"  {violation}");
        return before == 0 ? 1 : check.violations.Count;
    }

    private static List<string> Choose(string folder, LeakMarker marker, EvalOptions options)
    {
        string[] skipped = ["obj", "bin", ".git"];
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(skipped.Contains) && new FileInfo(file).Length is > 500 and < 200_000)
            .Order(StringComparer.Ordinal)
            .ToArray();
        new Random(options.Seed).Shuffle(files);
        var chosen = files.Where(file => marker.InsertInto(File.ReadAllText(file)) is not null).Take(Math.Min(options.Files, 5)).ToList();
        return chosen.Count > 0 ? chosen : throw new InvalidDataException($"{folder} has no C# class with a method to put a marker into.");
    }

    /// <summary>Types a statement that begins like the marker, and one that begins like nothing.</summary>
    private async Task AskInBodyAsync(BenchDocument document, int at)
    {
        await AskTypedAsync(document, at, Statement + LeakMarker.Prefix);
        await AskTypedAsync(document, at, Statement);
    }

    /// <summary>Where members are called, and at the beginnings of lines.</summary>
    private async Task AskEverywhereAsync(BenchDocument document, string text, EvalOptions options)
    {
        var dots = Enumerable.Range(1, text.Length - 1).Where(at => text[at - 1] == '.' && char.IsLetter(text[at])).ToArray();
        new Random(options.Seed).Shuffle(dots);
        foreach (var at in dots.Take(options.Places)) await AskAsync(document, at, ".");
        var tails = Enumerable.Range(1, text.Length - 1).Where(at => text[at - 1] is '=' or '(' or ' ' && char.IsLetter(text[at])).ToArray();
        new Random(options.Seed).Shuffle(tails);
        foreach (var at in tails.Take(options.Places)) await AskAsync(document, at, text[(at - 1)..at]);
    }

    private async Task AskTypedAsync(BenchDocument document, int at, string typed)
    {
        await document.TypeAsync(at, typed);
        await AskAsync(document, at + typed.Length, typed[^1..]);
        await document.ReplaceAsync(at, at + typed.Length, "");
    }

    private async Task AskAsync(BenchDocument document, int offset, string typed)
    {
        foreach (var (what, answer) in new[]
        {
            ("popup", await session.PopupAsync(document, offset, typed)),
            ("ghost text", await session.GhostAsync(document, offset, isInvoked: false)),
            ("ghost text on demand", await session.GhostAsync(document, offset, isInvoked: true)),
        })
        {
            asked++;
            // Anywhere in the answer: label, inserted text, edits elsewhere, documentation.
            if (Encoding.UTF8.GetString(answer.Content).Contains(marker, StringComparison.Ordinal))
                violations.Add($"{what} at {Path.GetFileName(new Uri(document.Uri).LocalPath)}:{document.LineOf(offset) + 1}");
        }
    }
}
