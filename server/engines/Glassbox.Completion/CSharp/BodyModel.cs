using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>A document, bound where somebody types.</summary>
/// <param name="Document">The document.</param>
/// <param name="Root">Its tree.</param>
/// <param name="Model">Knows the nodes of <paramref name="Body"/>; of the whole tree where that is null.</param>
/// <param name="Body">The body around the cursor.</param>
/// <param name="Declarations">A version of the document that declares the same.</param>
/// <param name="Counterpart">The body in that version.</param>
internal sealed record BodyModel(Document Document, SyntaxNode Root, SemanticModel Model, MemberBody? Body, SemanticModel Declarations, MemberBody? Counterpart)
{
    /// <summary>A model of the same body after a change inside it; null where more than the body changed.</summary>
    /// <param name="root">The document's tree after the change.</param>
    /// <param name="changed">The body in it.</param>
    public SemanticModel? Fork(SyntaxNode root, MemberBody changed) =>
        Body is { } body && Counterpart is { } counterpart && changed.Index == body.Index && changed.Count == body.Count
        && changed.Inside.Start == body.Inside.Start && root.FullSpan.End - changed.Inside.End == Root.FullSpan.End - body.Inside.End
            ? Speculate(Declarations, counterpart, changed)
            : null;

    /// <summary>Binds a body that stands in no compilation in the place of one that does; null where they are of different kinds.</summary>
    public static SemanticModel? Speculate(SemanticModel declarations, MemberBody old, MemberBody body)
    {
        var position = old.Inside.Start;
        SemanticModel? model = null;
        var isBound = body.Node switch
        {
            BlockSyntax { Parent: BaseMethodDeclarationSyntax method } => declarations.TryGetSpeculativeSemanticModelForMethodBody(position, method, out model),
            BlockSyntax { Parent: AccessorDeclarationSyntax accessor } => declarations.TryGetSpeculativeSemanticModelForMethodBody(position, accessor, out model),
            ArrowExpressionClauseSyntax arrow => declarations.TryGetSpeculativeSemanticModel(position, arrow, out model),
            _ => false,
        };
        return isBound ? model : null;
    }
}
