using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>Where statements are checked.</summary>
/// <param name="Model">Knows the nodes of the body.</param>
/// <param name="Body">The body, with the statements in it.</param>
/// <param name="Before">The body before that.</param>
/// <param name="Inserted">What is new in it.</param>
/// <param name="IsMissing">True for a name that a missing package may declare.</param>
/// <param name="CancellationToken">Gives up.</param>
internal sealed record PlainPlace(SemanticModel Model, MemberBody Body, MemberBody Before, TextSpan Inserted, Func<SimpleNameSyntax, bool> IsMissing, CancellationToken CancellationToken)
{
    /// <summary>Whose body it is.</summary>
    public SyntaxNode Member => Body.Node.Parent!;

    /// <summary>"this" is a reference that functions inside cannot hold, and that a constructor has to fill.</summary>
    public bool IsInStruct { get; } = Body.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is StructDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword };

    /// <summary>The version of C#.</summary>
    public LanguageVersion Language { get; } = ((CSharpParseOptions)Body.Node.SyntaxTree.Options).LanguageVersion;

    /// <summary>The type of an expression; null where it has none of its own.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, CancellationToken).Type;

    /// <summary>The type of an expression and what it becomes.</summary>
    public TypeInfo TypesOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, CancellationToken);

    /// <summary>What an expression means; null where that is not clear.</summary>
    public ISymbol? SymbolOf(ExpressionSyntax expression) => Model.GetSymbolInfo(expression, CancellationToken).Symbol;
}
