using Glassbox.Analysis.Taint.Summaries;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Detections;

/// <summary>What was asked of all the code while a document was looked at: its findings hold as long as the answers do.</summary>
internal sealed class ProgramQuestions(ProgramView view)
{
    private readonly Dictionary<string, (Func<SyntaxTree, bool> Question, bool Answer)> asked = new(StringComparer.Ordinal);

    /// <summary>True where a text says yes.</summary>
    /// <param name="name">Names the question; the same name is the same question.</param>
    /// <param name="question">Asked of texts alone; it outlives the document, so it must hold on to nothing of it.</param>
    public bool Any(string name, Func<SyntaxTree, bool> question)
    {
        var answer = view.Any(name, question);
        asked[name] = (question, answer);
        return answer;
    }

    public bool HoldFor(ProgramView later) => asked.All(one => later.Any(one.Key, one.Value.Question) == one.Value.Answer);
}
