using System.Globalization;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Evaluation;
using Glassbox.Completion.Ghost;

namespace Glassbox.Eval.Contexts;

/// <summary>
/// What contexts alone are worth, without a compiler: the next token and the rest of the line, beside the nested-cache n-gram, at
/// the same places in the same run.
/// </summary>
internal static class ContextReport
{
    private const int Width = 3;
    private const int MostTokens = 40;

    /// <summary>The first line of the table.</summary>
    public const string Head = "checkout             places  engine    next token: MRR  names' top-1   line: exact  similarity  shown at 50 %";

    /// <summary>Evaluates folders and prints a line for each, and one for their mean.</summary>
    public static void Run(EvalOptions options, TextWriter to)
    {
        to.WriteLine(Head);
        var all = new List<(Row Ours, Row Theirs)>();
        foreach (var folder in options.Folders)
        {
            var places = CutLines.Of(folder, options).Read(Ask);
            if (places.Count == 0) continue;
            var rows = (Ours: Row.Of([.. places.Select(place => place.Ours)]), Theirs: Row.Of([.. places.Select(place => place.Theirs)]));
            all.Add(rows);
            Write(to, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), places.Count, rows.Ours, rows.Theirs);
        }

        if (all.Count > 1) Write(to, "mean", all.Count, Row.Mean([.. all.Select(rows => rows.Ours)]), Row.Mean([.. all.Select(rows => rows.Theirs)]));
    }

    private static void Write(TextWriter to, string name, int places, Row ours, Row theirs)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {places,6}  glassbox  {ours}"));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-20} {"",6}  n-gram    {theirs}"));
    }

    private static (Answer Ours, Answer Theirs) Ask(ContextEvidence evidence, int[] tail)
    {
        var isName = Token.IsName(tail[0]);
        var ours = evidence.AtCursor.Tokens.Select(one => Token.NumberOf(one.Token)).ToList();
        var line = new LineWriter(evidence).Write(evidence.Buffer.Before, null, Width, 1, 0, CancellationToken.None) is [var best, ..] ? best : null;
        var theirs = ContextRanking.Probabilities(evidence, evidence.Buffer.Before).OrderByDescending(one => one.Value).ThenBy(one => one.Key).Select(one => one.Key).ToList();
        var (greedy, sure) = Greedy(evidence);
        var truth = Text(evidence, tail);
        return (
            new Answer(isName, ours.IndexOf(Token.NumberOf(tail[0])), Text(evidence, line is null ? [] : [.. line.Tokens]), truth, line?.Probability ?? 0),
            new Answer(isName, theirs.IndexOf(Token.NumberOf(tail[0])), Text(evidence, greedy), truth, sure));
    }

    // The likeliest token, and the likeliest after that, to the end of the line.
    private static (int[] Tokens, double Probability) Greedy(ContextEvidence evidence)
    {
        var written = new List<int>();
        var sure = 1.0;
        while (written.Count < MostTokens)
        {
            var next = ContextRanking.Probabilities(evidence, [.. evidence.Buffer.Before, .. written]);
            if (next.Count == 0) break;
            var (number, probability) = next.OrderByDescending(one => one.Value).ThenBy(one => one.Key).First();
            sure *= probability;
            if (number == Lexicon.LineBreak || !Lexicon.IsText(number)) break;
            written.Add(Token.Of(number, TokenReader.Read(evidence.Buffer.TextOf(number), Completion.Lexing.LexicalRules.CSharp, evidence.Buffer.Names, evidence.Buffer) is [var token, ..] ? Token.ClassOf(token) : TokenClass.Word, spaceBefore: false));
        }

        return ([.. written], sure);
    }

    // White space is nobody's merit here: tokens are compared.
    private static string Text(ContextEvidence evidence, int[] tokens) => string.Join(' ', tokens.Select(token => evidence.Buffer.TextOf(Token.NumberOf(token))));

    private sealed record Answer(bool IsName, int Rank, string Line, string Truth, double Confidence);

    private sealed record Row(double Reciprocal, double NamesFirst, double Exact, double Similarity, double Shown)
    {
        public static Row Of(IReadOnlyList<Answer> answers)
        {
            var (shown, right, count) = (0, 0, 0);
            foreach (var answer in answers.OrderByDescending(answer => answer.Confidence))
            {
                count++;
                if (answer.Line == answer.Truth) right++;
                if (right * 2 >= count) shown = count;
            }

            var names = answers.Where(answer => answer.IsName).ToList();
            return new Row(
                answers.Average(answer => answer.Rank < 0 ? 0 : 1.0 / (answer.Rank + 1)),
                names.Count == 0 ? 0 : names.Average(answer => answer.Rank == 0 ? 1.0 : 0),
                answers.Average(answer => answer.Line == answer.Truth ? 1.0 : 0),
                answers.Average(answer => EditSimilarity.Of(answer.Line, answer.Truth)),
                (double)shown / answers.Count);
        }

        public static Row Mean(IReadOnlyList<Row> rows) => new(
            rows.Average(row => row.Reciprocal), rows.Average(row => row.NamesFirst), rows.Average(row => row.Exact), rows.Average(row => row.Similarity), rows.Average(row => row.Shown));

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Reciprocal,15:.000}  {NamesFirst,12:P0}  {Exact,12:P0}  {Similarity,10:.00}  {Shown,13:P0}");
    }
}
