using Glassbox.Completion.Corpus;
using Glassbox.Completion.Evaluation;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Eval.Contexts;

/// <summary>
/// Places in C# files of a folder at which the rest of the line is cut off: some files are held out, all others learned. Only tokens
/// are looked at, no project is loaded.
/// </summary>
internal sealed class CutLines
{
    private const int LargestFile = 200_000;
    private const int ShortestFile = 1500;
    private const int ShortestTail = 4;

    private readonly LearnedDocuments learned = new();
    private readonly List<(string Path, string Text)> held = [];
    private readonly EvalOptions options;

    private CutLines(EvalOptions options) => this.options = options;

    /// <summary>Reads a folder and learns what is not held out.</summary>
    public static CutLines Of(string folder, EvalOptions options)
    {
        var cut = new CutLines(options);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or ".git"))
            .Order(StringComparer.Ordinal).ToArray();
        new Random(options.Seed).Shuffle(files);
        // Learning from a fraction would measure another workspace.
        var most = Math.Min(options.Files, Math.Max(1, files.Length / 5));
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            if (text.Length > LargestFile) continue;
            if (cut.held.Count < most && text.Length >= ShortestFile && !GeneratedFiles.IsNamedSo(file) && !GeneratedFiles.SaysSo(text[..ShortestFile])) cut.held.Add((file, text));
            else cut.learned.Learn(DocumentPath.FromFile(file), SourceText.From(text));
        }

        return cut;
    }

    /// <summary>Reads something at every place, the files beside each other, in an order that does not depend on that.</summary>
    /// <param name="read">Given what is known at the cut, and the tokens that stood there up to the end of the line.</param>
    public List<T> Read<T>(Func<ContextEvidence, int[], T> read)
    {
        var found = new List<T>[held.Count];
        Parallel.For(0, held.Count, index =>
        {
            found[index] = [];
            var (path, text) = held[index];
            foreach (var (start, end) in Choose(text, new Random(options.Seed + index)))
            {
                var cut = SourceText.From(text[..start] + text[end..]);
                var evidence = learned.EvidenceAt(DocumentPath.FromFile(path), cut, start, start, LexicalRules.CSharp);
                var line = LineStart(text, start);
                var before = Tokens(text.AsSpan(line, start - line), evidence);
                var whole = Tokens(text.AsSpan(line, end - line), evidence);
                if (whole.Length > before.Length) found[index].Add(read(evidence, whole[before.Length..]));
            }
        });
        return [.. found.SelectMany(one => one)];
    }

    private static int[] Tokens(ReadOnlySpan<char> text, ContextEvidence evidence) =>
        TokenReader.Read(text, LexicalRules.CSharp, evidence.Buffer.Names, evidence.Buffer);

    // Within members, as far as braces tell: tokens that do not begin their line, with something left to write.
    private List<(int Start, int End)> Choose(string text, Random random)
    {
        var all = new List<(int, int)>();
        var lexer = new CodeLexer(text, LexicalRules.CSharp);
        var depth = 0;
        while (lexer.MoveNext())
        {
            var token = lexer.Current;
            if (token.Length == 1 && text[token.Start] == '{') depth++;
            if (token.Length == 1 && text[token.Start] == '}') depth--;
            if (token.Kind == CodeTokenKind.LineBreak || depth < 2) continue;
            var end = text.IndexOfAny(['\r', '\n'], token.Start);
            if (end < 0) end = text.Length;
            if (end - token.Start < ShortestTail || string.IsNullOrWhiteSpace(text[LineStart(text, token.Start)..token.Start])) continue;
            all.Add((token.Start, end));
        }

        var places = all.ToArray();
        random.Shuffle(places);
        return [.. places.Take(options.Places)];
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
