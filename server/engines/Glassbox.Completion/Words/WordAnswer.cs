using System.Collections.Frozen;
using System.Globalization;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Describe;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Words;

/// <summary>The words of an answer, with their uses and the place that they were offered for.</summary>
internal sealed record WordAnswer(FrozenDictionary<string, WordFacts> Words, ContextEvidence Evidence) : PopupAnswer
{
    // Said of every word: a reader must not take a guess for an analysis.
    private const string Honestly = "by use alone; this language is not analyzed";

    public CandidateDescription? Describe(string word) => Words.TryGetValue(word, out var facts) ? new CandidateDescription(word, "", $"{UsesOf(facts)}{WhereOf(word, facts)} ({Honestly})") : null;

    private string UsesOf(WordFacts facts) => facts.Uses.Count switch
    {
        0 => "a keyword, not used in this workspace",
        1 => "used once in this workspace",
        var count => string.Create(CultureInfo.InvariantCulture, $"used {count} times in this workspace"),
    };

    private string WhereOf(string word, WordFacts facts)
    {
        if (facts.Here.Count > 0) return ", last in this file";
        if (Evidence.Buffer.Find(word) is not (var number and not 0)) return "";
        var places = new List<Occurrence>();
        Evidence.Find([Token.Of(number, TokenClass.Name, spaceBefore: false)], places);
        return places.Select(Evidence.DocumentOf).OfType<StoredDocument>().FirstOrDefault() is { } document ? $", last in {document.Source.Name}" : "";
    }
}
