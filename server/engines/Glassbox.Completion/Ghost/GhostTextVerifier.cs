using System.Collections.Frozen;
using Glassbox.Completion.CSharp;
using Glassbox.Completion.Ghost.Plain;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Lets a proposal through only where it holds: it brings no syntax error, and every name in it means something. Plain statements are
/// bound alone, in the midst of what is bound already; everything else is compiled on a fork of the document.
/// </summary>
/// <param name="place">The document as it is.</param>
/// <param name="text">Its text.</param>
/// <param name="references">What is known of names that no reference declares.</param>
internal sealed class GhostTextVerifier(BodyModel place, SourceText text, ReferenceNames references)
{
    // Bound whole while somebody types; a declaration in a longer one is not offered.
    private const int LongestBoundWhole = 100_000;

    // Of the flow through the whole member, of which more is still to be typed.
    private static readonly FrozenSet<string> Flow = new[] { "CS0126", "CS0161", "CS0165", "CS0177", "CS1643" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tries a text in its place.</summary>
    /// <param name="replace">What the proposal replaces.</param>
    /// <param name="insert">The proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<GhostVerdict> VerifyAsync(TextSpan replace, string insert, CancellationToken cancellationToken)
    {
        var root = place.Root;
        if (NonCode.Contains(root, text, replace.End) || NonCode.DirectiveAt(root, text, replace.End) is not null) return GhostVerdict.Wrong;

        var tree = root.SyntaxTree.WithChangedText(text.WithChanges(new TextChange(replace, insert)));
        var inserted = new TextSpan(replace.Start, insert.Length);
        var forked = await tree.GetRootAsync(cancellationToken);
        if (!Parses(root, forked, inserted)) return GhostVerdict.Wrong;

        // In a body nothing but its member can break; a declaration changes what all others mean.
        var inBody = IsInBody(forked, inserted) && IsInBody(root, new TextSpan(replace.Start, 0));
        if (!inBody && text.Length > LongestBoundWhole) return GhostVerdict.Wrong;
        if (inBody && BindAlone(forked, inserted, cancellationToken) is { } known) return known;
        return await CompileAsync(forked, replace, inserted, inBody, cancellationToken);
    }

    // A name that means nothing, and statements of which all is known.
    private GhostVerdict? BindAlone(SyntaxNode forked, TextSpan inserted, CancellationToken cancellationToken)
    {
        if (place.Body is not { } before || MemberBody.At(forked, inserted.Start) is not { } body || place.Fork(forked, body) is not { } model) return null;
        var names = new UnknownNames(forked, model, references, cancellationToken);
        if (FirstUnbound([], names, forked, model, inserted, cancellationToken) is { } bad) return new GhostVerdict(false, bad - inserted.Start);
        if (!new StatementCheck(new PlainPlace(model, body, before, inserted, names.CanExcuse, cancellationToken)).Holds()) return null;
        return names.Any ? GhostVerdict.RightAsFarAsKnown : GhostVerdict.Right;
    }

    private async Task<GhostVerdict> CompileAsync(SyntaxNode forked, TextSpan replace, TextSpan inserted, bool inBody, CancellationToken cancellationToken)
    {
        var fork = place.Document.WithSyntaxRoot(forked);
        if (await fork.GetSyntaxRootAsync(cancellationToken) is not { } bound || await fork.ObliviousModelAsync(cancellationToken) is not { } model) return GhostVerdict.Wrong;
        var errors = Errors(model, bound, inserted.Start, inBody, cancellationToken);
        var names = new UnknownNames(bound, model, references, cancellationToken);
        if (FirstUnbound(errors, names, bound, model, inserted, cancellationToken) is { } bad) return new GhostVerdict(false, bad - inserted.Start);
        if (bound.DescendantNodes(inserted).OfType<MemberDeclarationSyntax>().Any(written => DeclaresTwice(written, model, inserted, cancellationToken))) return GhostVerdict.Wrong;
        var outside = CountById(errors.Where(error => !error.Location.SourceSpan.OverlapsWith(inserted) && !names.CanExcuse(error)));
        if (outside.Count > 0)
        {
            if (await place.Document.ObliviousModelAsync(cancellationToken) is not { } old) return GhostVerdict.Wrong;
            var oldNames = new UnknownNames(place.Root, old, references, cancellationToken);
            var known = CountById(Errors(old, place.Root, replace.Start, inBody, cancellationToken).Where(error => !oldNames.CanExcuse(error)));
            if (outside.Any(error => error.Value > known.GetValueOrDefault(error.Key))) return GhostVerdict.Wrong;
        }

        return names.Any ? GhostVerdict.RightAsFarAsKnown : GhostVerdict.Right;
    }

    // The declarations around a body say the same as before.
    private static List<Diagnostic> Errors(SemanticModel model, SyntaxNode root, int at, bool inBody, CancellationToken cancellationToken)
    {
        if (!inBody || MemberAround(root, at) is not { } member) return [.. model.GetDiagnostics(root.FullSpan, cancellationToken).Where(IsError)];
        return [.. member.GetDiagnostics().Concat(model.GetMethodBodyDiagnostics(member.FullSpan, cancellationToken)).Where(IsError)];
    }

    // What is still to be typed may be missing at the end; nothing may be wrong inside, and nothing else than before outside.
    private static bool Parses(SyntaxNode before, SyntaxNode after, TextSpan inserted)
    {
        var errors = after.GetDiagnostics().Where(IsError).ToList();
        if (errors.Count == 0) return true;
        if (errors.Any(error => error.Location.SourceSpan is var span && span.Start < inserted.End && span.End > inserted.Start)) return false;
        var known = CountById(before.GetDiagnostics().Where(IsError));
        return CountById(errors).All(error => error.Value <= known.GetValueOrDefault(error.Key));
    }

    private static Dictionary<string, int> CountById(IEnumerable<Diagnostic> errors) =>
        errors.Where(error => !Flow.Contains(error.Id)).GroupBy(error => error.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static int? FirstUnbound(List<Diagnostic> errors, UnknownNames unknown, SyntaxNode root, SemanticModel model, TextSpan inserted, CancellationToken cancellationToken)
    {
        int? first = null;
        foreach (var error in errors)
        {
            var span = error.Location.SourceSpan;
            if (span.Start >= inserted.End || span.End <= inserted.Start || unknown.Excuse(error)) continue;
            var at = Math.Max(span.Start, inserted.Start);
            if (ArgumentsOf(root.FindToken(span.Start), model, cancellationToken) is { } arguments && arguments > at && arguments < inserted.End) at = arguments;
            if (first is null || at < first) first = at;
        }

        // Behind a name that is wrong already nothing is reported; a name there means nothing all the same.
        foreach (var name in root.DescendantNodes(inserted).OfType<SimpleNameSyntax>())
        {
            if (name.SpanStart < inserted.Start || name.SpanStart >= inserted.End || (first is { } known && name.SpanStart >= known)) continue;
            if (!Binds(name, model, cancellationToken) && !unknown.Excuse(name)) first = name.SpanStart;
        }

        return first;
    }

    // Where a method is there and does not take what it is given, the compiler points at its name.
    private static int? ArgumentsOf(SyntaxToken token, SemanticModel model, CancellationToken cancellationToken)
    {
        if (token.Parent is not SimpleNameSyntax name || !Binds(name, model, cancellationToken)) return null;
        return (name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name).Parent is InvocationExpressionSyntax call ? call.ArgumentList.OpenParenToken.Span.End : null;
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

    // A warning is none, whatever the build makes of it: a local is not used yet while its declaration is being written.
    private static bool IsError(Diagnostic diagnostic) => diagnostic.DefaultSeverity == DiagnosticSeverity.Error;
}
