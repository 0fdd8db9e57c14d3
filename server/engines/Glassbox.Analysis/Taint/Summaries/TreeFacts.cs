using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>What a text says by itself, bound to nothing: read once, and kept as long as the text.</summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = [];

    private readonly Lazy<ImmutableHashSet<string>> assigned;
    private readonly Lazy<ImmutableHashSet<string>> called;
    private readonly Lazy<ImmutableArray<DeclaredType>> types;

    private TreeFacts(SyntaxTree tree)
    {
        // The tree may not hold its root; what is read lazily asks for it again.
        Usings = [.. tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>().Select(directive => directive.Name?.ToString()).OfType<string>()];
        assigned = new(() => AssignedIn(tree.GetRoot()));
        called = new(() => CalledIn(tree.GetRoot()));
        types = new(() => TypesIn(tree.GetRoot()));
    }

    /// <summary>The namespaces that it imports.</summary>
    public ImmutableHashSet<string> Usings { get; }

    /// <summary>The names of all that is assigned, counted up or down, or handed over by reference.</summary>
    public ImmutableHashSet<string> Assigned => assigned.Value;

    /// <summary>The names of all methods that are called or handed over.</summary>
    public ImmutableHashSet<string> Called => called.Value;

    /// <summary>The types that it declares and that have bases.</summary>
    public ImmutableArray<DeclaredType> Types => types.Value;

    public static TreeFacts Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeFacts(tree));

    private static ImmutableHashSet<string> AssignedIn(SyntaxNode root)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment:
                    Note(assignment.Left);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix:
                    Note(prefix.Operand);
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix:
                    Note(postfix.Operand);
                    break;
                case ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None):
                    Note(argument.Expression);
                    break;
                case RefExpressionSyntax reference:
                    Note(reference.Expression);
                    break;
            }
        }

        return names.ToImmutable();

        void Note(ExpressionSyntax target)
        {
            if (target is TupleExpressionSyntax tuple)
            {
                foreach (var element in tuple.Arguments) Note(element.Expression);
            }
            else if (Syntax.LastName(target) is { } name)
            {
                names.Add(name);
            }
        }
    }

    private static ImmutableHashSet<string> CalledIn(SyntaxNode root)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Parent: not (BaseTypeSyntax or TypeArgumentListSyntax or UsingDirectiveSyntax or QualifiedNameSyntax) } name)
                names.Add(name.Identifier.ValueText);
        }

        return names.ToImmutable();
    }

    private static ImmutableArray<DeclaredType> TypesIn(SyntaxNode root)
    {
        var found = ImmutableArray.CreateBuilder<DeclaredType>();
        foreach (var node in root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is TypeDeclarationSyntax { BaseList: { } bases } type)
                found.Add(new DeclaredType(type.Identifier.ValueText, [.. bases.Types.Select(one => Syntax.LastName(one.Type)).OfType<string>()], type.SpanStart));
        }

        return found.ToImmutable();
    }

    /// <summary>A type declaration with bases.</summary>
    /// <param name="Name">Its simple name.</param>
    /// <param name="Bases">The simple names of its bases.</param>
    /// <param name="Start">Where it begins.</param>
    internal sealed record DeclaredType(string Name, ImmutableArray<string> Bases, int Start);
}
