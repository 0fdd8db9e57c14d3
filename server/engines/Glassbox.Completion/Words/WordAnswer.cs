using System.Collections.Immutable;
using Glassbox.Completion.Describe;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Words;

/// <summary>The words of an answer, with the number of their uses.</summary>
internal sealed record WordAnswer(string Language, ImmutableDictionary<string, int> Uses) : PopupAnswer
{
    public CandidateDescription? Describe(string word) =>
        Uses.TryGetValue(word, out var uses)
            ? new CandidateDescription(word, "", uses == 1 ? "used once in this workspace" : $"used {uses} times in this workspace")
            : null;
}
