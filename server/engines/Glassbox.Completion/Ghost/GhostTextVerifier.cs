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
    // What a missing reference makes of names that are right.
    private static readonly FrozenSet<string> Missing = new[] { "CS0103", "CS0234", "CS0246", "CS1061", "CS0117" }.ToFrozenSet(StringComparer.Ordinal);

    // Of the flow through the whole member, of which more is still to be typed.
    private static readonly FrozenSet<string> Flow = new[] { "CS0126", "CS0161", "CS0165", "CS0177", "CS1643" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tries a text in its place.</summary>
    public static async Task<GhostVerdict> VerifyAsync(Document document, SourceText text, TextSpan replace, string insert, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root || NonCode.Contains(root, text, replace.End)
            || NonCode.DirectiveAt(root, text, replace.End) is not null)
        {
            return GhostVerdict.Wrong;
        }

        var fork = document.WithText(text.WithChanges(new TextChange(replace, insert)));
        var inserted = new TextSpan(replace.Start, insert.Length);
        if (await fork.GetSyntaxRootAsync(cancellationToken) is not { } forked || !Parses(root, forked, inserted)) return GhostVerdict.Wrong;
        if (await FirstUnboundAsync(fork, inserted, cancellationToken) is { } bad) return new GhostVerdict(false, bad - inserted.Start);
        return await BreaksOthersAsync(document, fork, replace, inserted, cancellationToken) ? GhostVerdict.Wrong : GhostVerdict.Right;
    }

    // What is still to be typed may be missing at the end; nothing may be wrong inside, and nothing else than before outside.
    private static bool Parses(SyntaxNode before, SyntaxNode after, TextSpan inserted)
    {
        var errors = after.GetDiagnostics().Where(IsError).ToList();
        if (errors.Count == 0) return true;
        if (errors.Any(error => error.Location.SourceSpan is var span && span.Start < inserted.End && span.End > inserted.Start)) return false;
        var known = before.GetDiagnostics().Where(IsError).GroupBy(error => error.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return errors.GroupBy(error => error.Id, StringComparer.Ordinal).All(group => group.Count() <= known.GetValueOrDefault(group.Key));
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
            if (!IsError(diagnostic) || span.Start >= inserted.End || span.End <= inserted.Start) continue;
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
        bool KnowsAll() => knowsAll ??= !UnknownUsings.Exist(root, model.Compilation, [], inserted);
    }

    // A name that is declared a second time is an error where it was declared first.
    private static async Task<bool> BreaksOthersAsync(Document document, Document fork, TextSpan replace, TextSpan inserted, CancellationToken cancellationToken)
    {
        if (await fork.GetSemanticModelAsync(cancellationToken) is not { } model || await document.GetSyntaxRootAsync(cancellationToken) is not { } before) return true;
        var root = await model.SyntaxTree.GetRootAsync(cancellationToken);
        // In a body nothing but its member can break; a declaration changes what all others mean.
        var inBody = IsInBody(root, inserted) && IsInBody(before, new TextSpan(replace.Start, 0));
        var member = inBody ? MemberAround(root, inserted.Start) ?? root : root;
        if (root.DescendantNodes(inserted).OfType<MemberDeclarationSyntax>().Any(written => DeclaresTwice(written, model, inserted, cancellationToken))) return true;
        var errors = ErrorsOf(model, member, inserted);
        if (errors.Count == 0) return false;
        var was = inBody ? MemberAround(before, replace.Start) ?? before : before;
        if (await document.GetSemanticModelAsync(cancellationToken) is not { } old) return true;
        var known = ErrorsOf(old, was, default);
        return errors.Any(error => error.Value > known.GetValueOrDefault(error.Key));

        Dictionary<string, int> ErrorsOf(SemanticModel of, SyntaxNode node, TextSpan without) =>
            of.GetDiagnostics(node.FullSpan, cancellationToken)
                .Where(diagnostic => IsError(diagnostic) && !Flow.Contains(diagnostic.Id) && !(without.Length > 0 && diagnostic.Location.SourceSpan.OverlapsWith(without)))
                .GroupBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    // A member that its type has already: the error may stand at the other one, anywhere.
    private static bool DeclaresTwice(SyntaxNode member, SemanticModel model, TextSpan inserted, CancellationToken cancellationToken)
    {
        var declared = member is BaseFieldDeclarationSyntax field ? field.Declaration.Variables.Cast<SyntaxNode>() : [member];
        foreach (var node in declared)
        {
            if (!node.Span.IntersectsWith(inserted) || model.GetDeclaredSymbol(node, cancellationToken) is not { ContainingType: { } type } symbol) continue;
            if (type.GetMembers(symbol.Name).Any(other => !SymbolEqualityComparer.Default.Equals(other, symbol) && Clash(symbol, other))) return true;
        }

        return false;
    }

    private static bool Clash(ISymbol left, ISymbol right) => (left, right) switch
    {
        (IMethodSymbol one, IMethodSymbol other) => one.Arity == other.Arity && one.Parameters.Select(parameter => parameter.Type).SequenceEqual(other.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default),
        (INamedTypeSymbol one, INamedTypeSymbol other) => one.Arity == other.Arity,
        _ => true,
    };

    private static bool IsInBody(SyntaxNode root, TextSpan span) =>
        root.FindToken(Math.Min(span.Start, Math.Max(0, root.FullSpan.End - 1))).Parent?.AncestorsAndSelf()
            .Any(node => node is BlockSyntax or ArrowExpressionClauseSyntax && node.SpanStart < span.Start && node.Span.End >= span.End) == true;

    private static SyntaxNode? MemberAround(SyntaxNode root, int at) =>
        root.FindToken(Math.Min(at, Math.Max(0, root.FullSpan.End - 1))).Parent?.AncestorsAndSelf().FirstOrDefault(node => node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax);

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
