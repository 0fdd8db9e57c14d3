using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>What a <c>cref</c> may name.</summary>
internal static class CrefNames
{
    public static TextPopup? Of(DocComment comment, string written, bool onlyExceptions, SemanticModel model)
    {
        // Within parentheses stand the types of parameters.
        var start = written.LastIndexOfAny(['.', '(', ',', '{', ' ']) + 1;
        if (written.AsSpan(start).ContainsAnyExcept(Identifier)) return null;
        var position = PositionIn(comment);
        var container = start > 0 && written[start - 1] == '.' ? ContainerOf(written[..(start - 1)], position, model) : null;
        if (container is null && start > 0 && written[start - 1] == '.') return null;
        var onlyTypes = onlyExceptions || written.AsSpan(0, start).ContainsAny('(', '{');
        var seen = new HashSet<(string, CandidateKind)>();
        var entries = new List<PopupEntry>();
        foreach (var symbol in model.LookupSymbols(position, container))
        {
            if (!Fits(symbol, onlyTypes) || (onlyExceptions && symbol is ITypeSymbol type && !IsException(type)) || !seen.Add((symbol.Name, SymbolKinds.Of(symbol)))) continue;
            entries.Add(new PopupEntry(symbol.Name, SymbolKinds.Of(symbol), NearnessOf(symbol)) { Symbols = [symbol], Insert = Write(symbol) });
        }

        return new TextPopup(comment.Cursor - (written.Length - start), [.. entries]);
    }

    private static readonly System.Buffers.SearchValues<char> Identifier =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@");

    // Within the type that the comment is in or before: its members are named without it.
    private static int PositionIn(DocComment comment) => comment.Target switch
    {
        TypeDeclarationSyntax { OpenBraceToken: { IsMissing: false, Span.Length: > 0 } brace } => brace.Span.End,
        EnumDeclarationSyntax { OpenBraceToken.IsMissing: false } choice => choice.OpenBraceToken.Span.End,
        { } member => member.SpanStart,
        null => comment.Cursor,
    };

    private static INamespaceOrTypeSymbol? ContainerOf(string left, int position, SemanticModel model)
    {
        var generic = left.Replace('{', '<').Replace('}', '>');
        var name = SyntaxFactory.ParseTypeName(generic);
        return model.GetSpeculativeSymbolInfo(position, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol as INamespaceOrTypeSymbol;
    }

    private static bool Fits(ISymbol symbol, bool onlyTypes) => symbol switch
    {
        { Name.Length: 0 } or { CanBeReferencedByName: false } => false,
        INamespaceOrTypeSymbol => symbol is not ITypeSymbol { TypeKind: TypeKind.Error or TypeKind.TypeParameter } || onlyTypes,
        IMethodSymbol method => !onlyTypes && method.MethodKind == MethodKind.Ordinary,
        IPropertySymbol or IFieldSymbol or IEventSymbol => !onlyTypes,
        _ => false,
    };

    private static bool IsException(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }

    private static int NearnessOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => Proximity.Namespace,
        ITypeSymbol => symbol.DeclaringSyntaxReferences.IsEmpty ? Proximity.LibraryType : Proximity.SourceType,
        { ContainingType.SpecialType: SpecialType.System_Object } => Proximity.ObjectMember,
        _ => Proximity.OwnMember,
    };

    // Angle brackets would end the attribute's tag.
    private static string? Write(ISymbol symbol) =>
        symbol is INamedTypeSymbol { TypeParameters: { IsEmpty: false } parameters } ? $"{symbol.Name}{{{string.Join(", ", parameters.Select(parameter => parameter.Name))}}}" : null;
}
