using System.Text.RegularExpressions;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>A block with places to fill.</summary>
/// <param name="Label">What is typed to get it.</param>
/// <param name="Detail">What it looks like, in one line.</param>
/// <param name="Text">In the protocol's snippet syntax, tabs for indentation, braces on their own lines.</param>
internal sealed partial record SnippetTemplate(string Label, string Detail, string Text)
{
    // Beside the keyword of the same name, the keyword comes first: it is what most people go on from.
    private const int Nearness = Proximity.Keyword - 2;

    /// <summary>Not the name of anything that is counted or typed.</summary>
    public const string Uncounted = "\u0001";

    /// <summary>The same without places to fill; empty where nothing sensible is left.</summary>
    public string? Plain { get; init; }

    /// <summary>The candidate, as the file would write it.</summary>
    public PopupEntry ToEntry(FileStyle style)
    {
        var snippet = style.Write(Text);
        return new PopupEntry(Label, CandidateKind.Snippet, Nearness)
        {
            Name = Uncounted,
            Detail = Detail,
            Filter = Label.IndexOf('(', StringComparison.Ordinal) is > 0 and var end ? Label[..end] : null,
            Snippet = snippet,
            Insert = WithoutStops(Plain is null ? snippet : style.Write(Plain)),

            // A client without snippets has the keyword, and writes the rest itself.
            IsSnippetOnly = SyntaxFacts.GetKeywordKind(Label) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(Label) != SyntaxKind.None,
        };
    }

    /// <summary>A snippet as plain text: names of places stay, tab stops go.</summary>
    public static string WithoutStops(string snippet) =>
        Escapes().Replace(Stops().Replace(snippet, stop => stop.Groups["name"].Value), "$1");

    /// <summary>A text that means itself in a snippet.</summary>
    public static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\\)\$(?:\d+|\{\d+(?::(?<name>[^}]*))?\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stops();

    [GeneratedRegex(@"\\([$\\}])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();
}
