using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Imports;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Names that the workspace uses and that the compiler cannot know, because a package is not restored, a reference is missing or a
/// build generates them: what was written at such places before. Only where something is unbound or generated; elsewhere the compiler
/// knows better.
/// </summary>
internal static class LearnedNames
{
    private const double LeastProbability = 1e-4;
    private const int Most = 40;

    private const SitePlace Places = SitePlace.Statement | SitePlace.Expression | SitePlace.TypeName | SitePlace.Creation | SitePlace.AttributeName | SitePlace.TypeMember | SitePlace.BaseList | SitePlace.Using;

    /// <summary>The session with such names, if the place may hold some.</summary>
    public static PopupSession AddTo(PopupSession session, ImportIndex imports, UsageCounts usage)
    {
        var site = session.Site;
        var member = site.Is(SitePlace.Member);
        if ((!member && !site.Is(Places)) || session.Prediction is not { } prediction || session.Evidence is not { } evidence) return session;
        var isUnbound = (member && session.Entries.IsEmpty) || MissesReferences(session, imports);
        if (!isUnbound && !session.ReceiverIsPartial) return session;
        var known = session.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var added = ImmutableArray.CreateBuilder<PopupEntry>();
        foreach (var (token, probability) in prediction.Tokens)
        {
            if (probability < LeastProbability || added.Count == Most) break;
            if (Token.ClassOf(token) is not (TokenClass.Name or TokenClass.Self or TokenClass.Subject) && !(member && Token.ClassOf(token) == TokenClass.Local)) continue;
            var name = evidence.Buffer.TextOf(Token.NumberOf(token));
            if (!SyntaxFacts.IsValidIdentifier(name) || !known.Add(name)) continue;
            if (!isUnbound && !GeneratedMembers.AreUsed(session.ReceiverType!, name, usage, name => evidence.Buffer.Find(name))) continue;
            added.Add(new PopupEntry(name, member ? CandidateKind.Method : CandidateKind.Class, member ? Proximity.Extension : Proximity.LibraryType) { IsLearnedOnly = true });
        }

        return added.Count == 0 ? session : session with { Entries = session.Entries.AddRange(added) };
    }

    private static bool MissesReferences(PopupSession session, ImportIndex imports)
    {
        var project = session.Document.Project;
        var written = TextSpan.FromBounds(session.Site.WordStart, session.Site.WordEnd);
        return project.TryGetCompilation(out var compilation) && UnknownUsings.Exist(session.Site.Root, compilation, imports.GlobalUsings(project.Id), written);
    }
}
