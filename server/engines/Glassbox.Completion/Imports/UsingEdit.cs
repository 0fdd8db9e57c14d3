using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Imports;

/// <summary>The insertion that imports a namespace, where the file's own order wants it.</summary>
internal static class UsingEdit
{
    /// <summary>The namespaces that need no import at a place: those of usings around it, and those it lies in.</summary>
    public static HashSet<string> ImportedAt(SyntaxNode root, int position)
    {
        var imported = new HashSet<string>(StringComparer.Ordinal) { "" };
        if (root is CompilationUnitSyntax unit) AddUsings(unit.Usings);
        var space = "";
        foreach (var around in NamespacesAround(root, position))
        {
            foreach (var part in NameOf(around.Name).Split('.'))
            {
                space = space.Length == 0 ? part : space + "." + part;
                imported.Add(space);
            }

            AddUsings(around.Usings);
        }

        return imported;

        void AddUsings(SyntaxList<UsingDirectiveSyntax> usings) =>
            imported.UnionWith(usings.Where(IsPlain).Select(directive => NameOf(directive.Name!)));
    }

    /// <summary>The insertion of a using for a namespace.</summary>
    public static TextChange For(SyntaxNode root, SourceText text, int position, string space)
    {
        var lineBreak = LineBreakOf(text);
        var unit = (CompilationUnitSyntax)root;
        var inner = NamespacesAround(root, position).LastOrDefault(around => around.Usings.Any(IsPlain));
        if (inner is not null && !unit.Usings.Any(IsPlain)) return Among(inner.Usings, text, space, lineBreak, position);
        if (unit.Usings.Any(IsOrdinary)) return Among(unit.Usings, text, space, lineBreak, position);

        if (unit.Usings is [.., var lastGlobal] && lastGlobal.Span.End < position)
            return new TextChange(new TextSpan(LineEnd(text, lastGlobal.Span.End), 0), $"{LeadingBreak(text, lastGlobal.Span.End, lineBreak)}using {space};{lineBreak}");
        var at = AfterHeader(root, text);
        var blank = at < text.Length && !IsBlankLine(text, at) ? lineBreak : "";
        return new TextChange(new TextSpan(at, 0), $"using {space};{lineBreak}{blank}");
    }

    /// <summary>A dotted name without white space and <c>global::</c>.</summary>
    public static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => NameOf(qualified.Left) + "." + qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => name.ToString(),
    };

    private static IEnumerable<BaseNamespaceDeclarationSyntax> NamespacesAround(SyntaxNode root, int position)
    {
        var members = (root as CompilationUnitSyntax)?.Members ?? default;
        while (members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(space => Contains(space, position)) is { } around)
        {
            yield return around;
            members = around.Members;
        }
    }

    // Everything after a file-scoped declaration is in it, even what the parser could not make a member.
    private static bool Contains(BaseNamespaceDeclarationSyntax space, int position) => space switch
    {
        FileScopedNamespaceDeclarationSyntax scoped => position > scoped.SemicolonToken.SpanStart,
        NamespaceDeclarationSyntax block => position > block.OpenBraceToken.SpanStart && (block.CloseBraceToken.IsMissing || position <= block.CloseBraceToken.SpanStart),
        _ => false,
    };

    private static TextChange Among(SyntaxList<UsingDirectiveSyntax> usings, SourceText text, string space, string lineBreak, int position)
    {
        var conditional = Conditionals(usings);
        var plain = usings.Where((directive, i) => IsOrdinary(directive) && IsPlain(directive) && !conditional[i] && directive.Span.End < position).ToImmutableArray();
        if (plain.IsEmpty)
        {
            // Only aliases, statics, or usings under #if: before all of them.
            var first = text.Lines.GetLineFromPosition(usings[0].FullSpan.Start + LeadingHeader(usings[0])).Start;
            return new TextChange(new TextSpan(first, 0), $"using {space};{lineBreak}");
        }

        var systemFirst = SystemFirst(plain);
        var indent = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(plain[0].SpanStart).Start, plain[0].SpanStart));
        if (indent.Trim().Length > 0) indent = "";
        var sorted = plain.Zip(plain.Skip(1)).All(pair => Compare(NameOf(pair.First.Name!), NameOf(pair.Second.Name!), systemFirst) <= 0);
        var before = sorted ? plain.LastOrDefault(directive => Compare(NameOf(directive.Name!), space, systemFirst) < 0) : plain[^1];
        if (before is not null)
        {
            return new TextChange(
                new TextSpan(LineEnd(text, before.Span.End), 0), $"{LeadingBreak(text, before.Span.End, lineBreak)}{indent}using {space};{lineBreak}");
        }

        var start = text.Lines.GetLineFromPosition(plain[0].SpanStart).Start;
        return new TextChange(new TextSpan(start, 0), $"{indent}using {space};{lineBreak}");
    }

    // A header comment stays first; what stands directly above the first using belongs to it.
    private static int LeadingHeader(UsingDirectiveSyntax first)
    {
        var at = 0;
        foreach (var trivia in first.GetLeadingTrivia())
        {
            if (trivia.IsDirective) break;
            at += trivia.FullSpan.Length;
        }

        return at;
    }

    private static bool[] Conditionals(SyntaxList<UsingDirectiveSyntax> usings)
    {
        var depth = 0;
        var inside = new bool[usings.Count];
        for (var i = 0; i < usings.Count; i++)
        {
            foreach (var trivia in usings[i].GetLeadingTrivia())
            {
                if (trivia.IsKind(SyntaxKind.IfDirectiveTrivia)) depth++;
                else if (trivia.IsKind(SyntaxKind.EndIfDirectiveTrivia)) depth--;
            }

            inside[i] = depth > 0;
        }

        return inside;
    }

    private static bool IsOrdinary(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.None);

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null } && directive.StaticKeyword.IsKind(SyntaxKind.None);

    private static bool SystemFirst(ImmutableArray<UsingDirectiveSyntax> plain)
    {
        var names = plain.Select(directive => NameOf(directive.Name!)).ToArray();
        var lastSystem = Array.FindLastIndex(names, IsSystem);
        var firstOther = Array.FindIndex(names, name => !IsSystem(name));
        return lastSystem < 0 || firstOther < 0 || lastSystem < firstOther;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static int Compare(string left, string right, bool systemFirst)
    {
        if (systemFirst && IsSystem(left) != IsSystem(right)) return IsSystem(left) ? -1 : 1;
        var leftParts = left.Split('.');
        var rightParts = right.Split('.');
        for (var i = 0; i < Math.Min(leftParts.Length, rightParts.Length); i++)
        {
            var order = string.Compare(leftParts[i], rightParts[i], StringComparison.OrdinalIgnoreCase);
            if (order != 0) return order;
        }

        return leftParts.Length.CompareTo(rightParts.Length);
    }

    /// <summary>After "#!", "#:" and the comment that heads the file, and its blank line; before anything else.</summary>
    private static int AfterHeader(SyntaxNode root, SourceText text)
    {
        var at = 0;
        var end = root.GetFirstToken(includeZeroWidth: true).SpanStart;
        var header = 0;
        var inBlock = false;
        while (at < end)
        {
            var line = text.Lines.GetLineFromPosition(at);
            var content = text.ToString(line.Span).Trim();
            if (inBlock) inBlock = !content.Contains("*/", StringComparison.Ordinal);
            else if (content.StartsWith("/*", StringComparison.Ordinal) && !content.StartsWith("/**", StringComparison.Ordinal)) inBlock = !content.Contains("*/", StringComparison.Ordinal);
            else if (content.Length == 0) header = line.EndIncludingLineBreak;
            else if (content.StartsWith("#!", StringComparison.Ordinal) || content.StartsWith("#:", StringComparison.Ordinal)
                || content.StartsWith("#nullable", StringComparison.Ordinal)) header = line.EndIncludingLineBreak;
            else if (!content.StartsWith("//", StringComparison.Ordinal) || content.StartsWith("///", StringComparison.Ordinal)) break;
            if (line.EndIncludingLineBreak <= at) break;
            at = line.EndIncludingLineBreak;
        }

        // A comment directly above a namespace heads the file, not the namespace.
        var first = root.GetFirstToken();
        return at >= end - first.LeadingTrivia.LastOrDefault().FullSpan.Length && first.IsKind(SyntaxKind.NamespaceKeyword)
            ? text.Lines.GetLineFromPosition(first.SpanStart).Start
            : Math.Min(header, text.Length);
    }

    private static bool IsBlankLine(SourceText text, int at) => text.Lines.GetLineFromPosition(at).Span.Length == 0;

    private static int LineEnd(SourceText text, int position) => text.Lines.GetLineFromPosition(position).EndIncludingLineBreak;

    // A file may end right after its last using.
    private static string LeadingBreak(SourceText text, int position, string lineBreak)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return line.EndIncludingLineBreak == line.End ? lineBreak : "";
    }

    private static string LineBreakOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
