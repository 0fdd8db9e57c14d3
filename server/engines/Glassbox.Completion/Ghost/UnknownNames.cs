using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Excuses names that cannot be bound, in the proposal as in the code around it, because a reference is missing or a build generates
/// them. Only what a missing package could have declared is excused: types, namespaces, extension methods, and what comes after them;
/// and of a partial type the members that other code uses.
/// </summary>
internal sealed class UnknownNames(SyntaxNode root, SemanticModel model, ReferenceNames around, CancellationToken cancellationToken)
{
    /// <summary>Some name was excused.</summary>
    public bool Any { get; private set; }

    /// <summary>True where an error in the text says no more than that a reference is missing.</summary>
    public bool Excuse(Diagnostic error) => CanExcuse(error) && (Any = true);

    /// <summary>True where a name in the text may be one of a missing reference.</summary>
    public bool Excuse(SimpleNameSyntax name) => CanExcuse(name) && (Any = true);

    /// <summary>True where an error says no more than that a reference is missing, be it in the text or around it.</summary>
    public bool CanExcuse(Diagnostic error) =>
        error.Id is "CS0103" or "CS0117" or "CS0234" or "CS0246" or "CS1061"
        && root.FindNode(error.Location.SourceSpan).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } name && CanExcuse(name);

    /// <summary>True where a name may be one of a missing reference, be it in the text or around it.</summary>
    public bool CanExcuse(SimpleNameSyntax name) =>
        IsGenerated(name) || (around.AreMissing && MayBeElsewhere(name));

    private bool IsGenerated(SimpleNameSyntax name)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access || access.Name != name) return false;
        var type = model.GetSymbolInfo(access.Expression, cancellationToken).Symbol as ITypeSymbol ?? model.GetTypeInfo(access.Expression, cancellationToken).Type;
        return GeneratedMembers.MayExist(type) && GeneratedMembers.AreUsed(type!.Name, name.Identifier.ValueText, around.Usage, around.NumberOf);
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
