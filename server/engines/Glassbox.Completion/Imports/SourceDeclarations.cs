using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Imports;

/// <summary>What one document gives to others: its top-level types, and what it imports for its whole project.</summary>
/// <param name="Types">Types that can be imported.</param>
/// <param name="GlobalUsings">Namespaces of <c>global using</c>.</param>
internal sealed record SourceDeclarations(ImmutableArray<ImportableType> Types, ImmutableArray<string> GlobalUsings)
{
    public static SourceDeclarations Of(SyntaxNode root)
    {
        if (root is not CompilationUnitSyntax unit) return new([], []);
        var types = ImmutableArray.CreateBuilder<ImportableType>();
        AddTypes(unit.Members, "", types);
        var usings = unit.Usings
            .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && directive is { Alias: null, Name: not null } && directive.StaticKeyword.IsKind(SyntaxKind.None))
            .Select(directive => UsingEdit.NameOf(directive.Name!));
        return new SourceDeclarations(types.ToImmutable(), [.. usings]);
    }

    private static void AddTypes(SyntaxList<MemberDeclarationSyntax> members, string space, ImmutableArray<ImportableType>.Builder types)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax inner:
                    var name = UsingEdit.NameOf(inner.Name);
                    AddTypes(inner.Members, space.Length == 0 ? name : space + "." + name, types);
                    break;
                case BaseTypeDeclarationSyntax type when space.Length > 0:
                    Add(type.Identifier, type.Modifiers, (type as TypeDeclarationSyntax)?.TypeParameterList, KindOf(type));
                    break;
                case DelegateDeclarationSyntax type when space.Length > 0:
                    Add(type.Identifier, type.Modifiers, type.TypeParameterList, CandidateKind.Delegate);
                    break;
            }
        }

        void Add(SyntaxToken identifier, SyntaxTokenList modifiers, TypeParameterListSyntax? parameters, CandidateKind kind)
        {
            if (modifiers.Any(SyntaxKind.FileKeyword) || identifier.ValueText.Length == 0) return;
            types.Add(new ImportableType(space, identifier.ValueText, parameters?.Parameters.Count ?? 0, kind, modifiers.Any(SyntaxKind.PublicKeyword)));
        }
    }

    private static CandidateKind KindOf(BaseTypeDeclarationSyntax type) => type.Kind() switch
    {
        SyntaxKind.InterfaceDeclaration => CandidateKind.Interface,
        SyntaxKind.EnumDeclaration => CandidateKind.Enum,
        SyntaxKind.StructDeclaration or SyntaxKind.RecordStructDeclaration => CandidateKind.Struct,
        _ => CandidateKind.Class,
    };
}
