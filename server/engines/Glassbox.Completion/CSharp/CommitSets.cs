using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// The characters that accept a candidate when typed. Never a space or <c>=</c> where a name that nobody knows yet may be
/// meant: a candidate that is accepted unwanted costs more than one that is not.
/// </summary>
internal static class CommitSets
{
    private const string OfNames = ".;,()[]<>?";
    private const string WithoutComma = ".;()[]<>?";
    private const string OfUsings = ".;";
    private const string OfInitializers = " =";
    private const string OfSubpatterns = ".:";

    /// <summary>Those of a place, for candidates that do not say otherwise.</summary>
    public static string At(CSharpSite site)
    {
        if (site.MayBeNewName || site.Place is SitePlace.None || site.Is(SitePlace.NewName | SitePlace.Override)) return "";
        if (site.Is(SitePlace.Using)) return OfUsings;
        if (site.Place is SitePlace.Initializer) return OfInitializers;
        if (site.Place is SitePlace.Subpattern) return OfSubpatterns;
        if (!site.Is(SitePlace.Member) && site.Left.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken)
        {
            // "(a, b) =>": not known to be a lambda before its arrow.
            if (site.Left.Parent is ParameterListSyntax { Parent: ParenthesizedLambdaExpressionSyntax }) return "";
            if (site.Left.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax) return WithoutComma;
        }

        return OfNames;
    }

    /// <summary>Those of an entry, where they are not those of its place: text that holds more than a name is accepted on purpose only.</summary>
    public static string? Of(PopupEntry entry) =>
        entry.Kind is CandidateKind.Keyword or CandidateKind.Snippet or CandidateKind.Value or CandidateKind.File or CandidateKind.Folder ? ""
        : entry.Insert is { } insert && insert != "@" + entry.Label ? ""
        : null;
}
