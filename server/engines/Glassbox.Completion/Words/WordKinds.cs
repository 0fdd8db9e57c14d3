using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Words;

/// <summary>What a word seems to be: by its use and spelling, for nothing is bound.</summary>
internal static class WordKinds
{
    public static CandidateKind Of(string word, WordUses uses, bool isKeyword, LexicalRules rules)
    {
        if (isKeyword) return CandidateKind.Keyword;
        if (!rules.HasLocals || uses.Count == 0) return CandidateKind.Text;
        var name = word.AsSpan().TrimStart("$@_-");
        if (name.IsEmpty) return CandidateKind.Variable;
        if (uses.Called * 2 > uses.Count) return uses.AsMember * 2 > uses.Count ? CandidateKind.Method : char.IsUpper(name[0]) && uses.AsMember == 0 ? CandidateKind.Class : CandidateKind.Function;
        if (uses.AsMember * 2 > uses.Count) return CandidateKind.Property;
        if (!char.IsUpper(name[0])) return CandidateKind.Variable;
        return name.Length > 1 && !name.ContainsAnyInRange('a', 'z') ? CandidateKind.Constant : CandidateKind.Class;
    }
}
