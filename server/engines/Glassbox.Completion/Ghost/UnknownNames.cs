using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Names that nothing can bind because a reference is missing, in a text as little as in all others around it. Only what a missing
/// package could have declared is excused: types, namespaces, extension methods, and what comes after them.
/// </summary>
internal sealed class UnknownNames(SyntaxNode root, SemanticModel model, TextSpan written, CancellationToken cancellationToken)
{
    private bool? misses;

    /// <summary>Some name was excused.</summary>
    public bool Any { get; private set; }

    /// <summary>True where an error says no more than that a reference is missing.</summary>
    public bool Excuse(Diagnostic error)
    {
        if (error.Id is not ("CS0103" or "CS0234" or "CS0246" or "CS1061")) return false;
        return root.FindNode(error.Location.SourceSpan).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } name && Excuse(name);
    }

    /// <summary>True where a name may be one of a missing reference.</summary>
    public bool Excuse(SimpleNameSyntax name)
    {
        if (!MayBeElsewhere(name) || !(misses ??= UnknownUsings.Exist(root, model.Compilation, [], written))) return false;
        return Any = true;
    }

    private bool MayBeElsewhere(SimpleNameSyntax name) => name.Parent switch
    {
        // Of a type that is known only an extension method can be elsewhere.
        MemberAccessExpressionSyntax access when access.Name == name =>
            model.GetTypeInfo(access.Expression, cancellationToken).Type is null or { TypeKind: TypeKind.Error } || access.Parent is InvocationExpressionSyntax,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
        // Locals and fields are in the file.
        _ => char.IsUpper(name.Identifier.ValueText is [var first, ..] ? first : 'a'),
    };
}
