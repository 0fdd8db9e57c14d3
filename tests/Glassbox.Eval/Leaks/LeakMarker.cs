using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Eval.Leaks;

/// <summary>A name that nothing else has, and texts that use it often enough to be learned.</summary>
/// <param name="Name">The name.</param>
internal sealed record LeakMarker(string Name)
{
    /// <summary>What all markers begin with, and a user who looks for one types.</summary>
    public const string Prefix = "Leak";

    private const int Uses = 6;

    /// <summary>A marker of a seed and a number.</summary>
    public static LeakMarker Of(int seed, int number) =>
        new($"{Prefix}{unchecked((uint)(((seed * 7919) + number) * 2654435761u)).ToString("x8", CultureInfo.InvariantCulture)}");

    /// <summary>A file of its own that uses it.</summary>
    public string Source => $$"""
        internal static class {{Name}}Holder
        {
            internal static int {{Name}}(int value) => value;

            internal static int {{Name}}Use()
            {
        {{string.Join('\n', Enumerable.Repeat($"        {Name}(1);", Uses))}}
                return {{Name}}(2);
            }
        }

        """;

    /// <summary>A text of no programming language.</summary>
    public string Prose => string.Join('\n', Enumerable.Repeat($"See {Name} for {Name}.", Uses)) + "\n";

    /// <summary>The text with a member of that name in its first class and calls of it in every body of that class; null where there is none.</summary>
    /// <returns>The text, and the offset in the original where the first body begins.</returns>
    public (string Text, int Body)? InsertInto(string text)
    {
        var type = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .FirstOrDefault(type => type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Body is not null));
        if (type is null) return null;
        var bodies = type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Body?.OpenBraceToken.Span.End).OfType<int>().ToList();
        var calls = string.Concat(Enumerable.Repeat($"\n{Name}(1);", Uses));
        foreach (var at in Enumerable.Reverse(bodies)) text = text.Insert(at, calls);
        return (text.Insert(type.OpenBraceToken.Span.End, $"\npublic static int {Name}(int value) => value;\n"), bodies[0]);
    }
}
