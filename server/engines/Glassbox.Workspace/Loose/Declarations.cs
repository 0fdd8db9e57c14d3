using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Loose;

/// <summary>What a file declares at the top, which is all that decides whether two files can be compiled together.</summary>
/// <param name="Whole">Types that may be declared once only, with their arity; and the program itself.</param>
/// <param name="Parts">Partial types.</param>
/// <param name="HasStatements">The file has top-level statements.</param>
internal sealed record Declarations(ImmutableArray<string> Whole, ImmutableArray<string> Parts, bool HasStatements)
{
    private const string Entry = "<top-level statements>";

    /// <summary>A file that declares nothing.</summary>
    public static Declarations None { get; } = new([], [], HasStatements: false);

    /// <summary>Reads the declarations of a text.</summary>
    public static Declarations Of(SourceText text, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Options, cancellationToken: cancellationToken);
        var whole = ImmutableArray.CreateBuilder<string>();
        var parts = ImmutableArray.CreateBuilder<string>();
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        var hasStatements = false;
        foreach (var member in root.Members)
        {
            hasStatements |= member is GlobalStatementSyntax;
            Collect(member, "", whole, parts);
        }

        if (hasStatements)
        {
            whole.Add(Entry);
            parts.Add("Program");
        }

        return new Declarations([.. whole.Distinct()], [.. parts.Distinct()], hasStatements);
    }

    // Documentation comments are not looked at.
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None);

    private static void Collect(MemberDeclarationSyntax member, string space, ImmutableArray<string>.Builder whole, ImmutableArray<string>.Builder parts)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax declaration:
                var inner = space + declaration.Name.ToString().Replace(" ", "") + ".";
                foreach (var child in declaration.Members) Collect(child, inner, whole, parts);
                break;
            case TypeDeclarationSyntax type when !type.Modifiers.Any(SyntaxKind.FileKeyword):
                var builder = type.Modifiers.Any(SyntaxKind.PartialKeyword) ? parts : whole;
                builder.Add(Name(space, type.Identifier, type.TypeParameterList));
                break;
            case EnumDeclarationSyntax enumeration when !enumeration.Modifiers.Any(SyntaxKind.FileKeyword):
                whole.Add(Name(space, enumeration.Identifier, null));
                break;
            case DelegateDeclarationSyntax callable when !callable.Modifiers.Any(SyntaxKind.FileKeyword):
                whole.Add(Name(space, callable.Identifier, callable.TypeParameterList));
                break;
        }
    }

    private static string Name(string space, SyntaxToken identifier, TypeParameterListSyntax? parameters) =>
        parameters is null ? space + identifier.ValueText : $"{space}{identifier.ValueText}`{parameters.Parameters.Count}";
}
