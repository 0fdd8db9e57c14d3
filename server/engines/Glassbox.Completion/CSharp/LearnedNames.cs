using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Imports;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Names that the workspace uses and that the compiler cannot know, because a package is not restored or a reference is missing:
/// what was written at such places before. Only where something around is unbound; elsewhere the compiler knows better.
/// </summary>
internal static class LearnedNames
{
    private const double LeastProbability = 0.002;
    private const int Most = 40;

    private const SitePlace Places = SitePlace.Statement | SitePlace.Expression | SitePlace.TypeName | SitePlace.Creation | SitePlace.AttributeName | SitePlace.TypeMember | SitePlace.BaseList | SitePlace.Using;

    /// <summary>The session with such names, if the place may hold some.</summary>
    public static PopupSession AddTo(PopupSession session, ImportIndex imports)
    {
        var site = session.Site;
        var member = site.Is(SitePlace.Member);
        if ((!member && !site.Is(Places)) || session.Prediction is not { } prediction || session.Evidence is not { } evidence) return session;
        if (!(member && session.Entries.IsEmpty) && !(session.Document.Project.TryGetCompilation(out var compilation) && UnknownUsings.Exist(site.Root, compilation, imports.GlobalUsings(session.Document.Project.Id), TextSpan.FromBounds(site.WordStart, site.WordEnd)))) return session;
        var known = session.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var added = ImmutableArray.CreateBuilder<PopupEntry>();
        foreach (var (token, probability, _) in prediction.Tokens)
        {
            if (probability < LeastProbability || added.Count == Most) break;
            if (Token.ClassOf(token) is not (TokenClass.Name or TokenClass.Self or TokenClass.Subject) && !(member && Token.ClassOf(token) == TokenClass.Local)) continue;
            var name = evidence.Buffer.TextOf(Token.NumberOf(token));
            if (!SyntaxFacts.IsValidIdentifier(name) || !known.Add(name)) continue;
            added.Add(new PopupEntry(name, member ? CandidateKind.Method : CandidateKind.Class, member ? Proximity.Extension : Proximity.LibraryType) { IsLearnedOnly = true });
        }

        return added.Count == 0 ? session : session with { Entries = session.Entries.AddRange(added) };
    }
}
