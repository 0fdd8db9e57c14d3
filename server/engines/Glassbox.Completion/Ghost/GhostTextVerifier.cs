using System.Collections.Frozen;
using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Lets a proposal through only where it holds: on a fork of the document it brings no syntax error, and every name in it
/// means something.
/// </summary>
internal static class GhostTextVerifier
{
    // Names that mean nothing, are not accessible, do not fit their call, or are declared twice.
    private static readonly FrozenSet<string> Unbound = new[]
    {
        "CS0103", "CS0117", "CS0119", "CS0122", "CS0128", "CS0136", "CS0234", "CS0246", "CS0305", "CS0308", "CS0411", "CS0841", "CS1061",
        "CS1501", "CS1503", "CS1579", "CS1620", "CS1739", "CS1929", "CS7036", "CS0029", "CS0266", "CS0019", "CS0120", "CS0111", "CS0102",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What a missing reference makes of names that are right.
    private static readonly FrozenSet<string> Missing = new[] { "CS0103", "CS0234", "CS0246", "CS1061", "CS0117" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tries a text in its place.</summary>
    public static async Task<GhostVerdict> VerifyAsync(Document document, SourceText text, TextSpan replace, string insert, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root || NonCode.Contains(root, text, replace.End)
            || NonCode.DirectiveAt(root, text, replace.End) is not null)
        {
            return GhostVerdict.Wrong;
        }

        var errorsBefore = root.GetDiagnostics().Count(IsError);
        var fork = document.WithText(text.WithChanges(new TextChange(replace, insert)));
        var inserted = new TextSpan(replace.Start, insert.Length);
        if (await fork.GetSyntaxRootAsync(cancellationToken) is not { } forked || !Parses(forked, inserted, errorsBefore)) return GhostVerdict.Wrong;
        return await FirstUnboundAsync(fork, inserted, cancellationToken) is { } bad ? new GhostVerdict(false, bad - inserted.Start) : GhostVerdict.Right;
    }

    private static bool Parses(SyntaxNode root, TextSpan inserted, int errorsBefore)
    {
        var errors = 0;
        foreach (var diagnostic in root.GetDiagnostics().Where(IsError))
        {
            // What is still to be typed may be missing at the end; nothing may be wrong inside.
            errors++;
            var span = diagnostic.Location.SourceSpan;
            if (span.Start < inserted.End && span.End > inserted.Start) return false;
        }

        return errors <= errorsBefore;
    }

    private static async Task<int?> FirstUnboundAsync(Document fork, TextSpan inserted, CancellationToken cancellationToken)
    {
        if (await fork.GetSemanticModelAsync(cancellationToken) is not { } model) return null;
        var root = await model.SyntaxTree.GetRootAsync(cancellationToken);
        bool? knowsAll = null;
        int? first = null;
        foreach (var diagnostic in model.GetDiagnostics(inserted, cancellationToken))
        {
            var span = diagnostic.Location.SourceSpan;
            if (!IsError(diagnostic) || !Unbound.Contains(diagnostic.Id) || span.Start >= inserted.End || span.End <= inserted.Start) continue;
            if (Missing.Contains(diagnostic.Id) && !KnowsAll()) continue;
            var at = Math.Max(span.Start, inserted.Start);
            if (first is null || at < first) first = at;
        }

        // Behind a name that is wrong already nothing is reported; a name there means nothing all the same.
        foreach (var name in root.DescendantNodes(inserted).OfType<SimpleNameSyntax>())
        {
            if (name.SpanStart < inserted.Start || name.SpanStart >= inserted.End || (first is { } known && name.SpanStart >= known)) continue;
            if (!Binds(name, model, cancellationToken) && KnowsAll()) first = name.SpanStart;
        }

        return first;

        // Where a package is not restored its names bind nowhere, in this text as little as in all others.
        bool KnowsAll() => knowsAll ??= !UnknownUsings.Exist(root, model.Compilation, []);
    }

    private static bool Binds(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (name is IdentifierNameSyntax { IsVar: true } || name.Identifier.ValueText is "nameof" or "_" or "nint" or "nuint" or "dynamic" or "notnull" or "unmanaged") return true;
        var info = model.GetSymbolInfo(name, cancellationToken);
        if (info.Symbol is not null || !info.CandidateSymbols.IsEmpty) return true;
        return name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => model.GetTypeInfo(access.Expression, cancellationToken).Type is { TypeKind: TypeKind.Dynamic },
            _ => model.GetTypeInfo(name, cancellationToken).Type is { TypeKind: not TypeKind.Error },
        };
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
