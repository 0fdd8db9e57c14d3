using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Flow;

/// <summary>The pieces of a document that have a control flow of their own; lambdas and local functions belong to theirs.</summary>
internal static class Bodies
{
    /// <summary>The bodies in a document, as syntax; nothing is bound.</summary>
    public static IEnumerable<SyntaxNode> In(CompilationUnitSyntax root)
    {
        if (root.Members.Any(member => member is GlobalStatementSyntax)) yield return root;
        foreach (var node in root.DescendantNodes(MayHoldBodies))
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                case AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax }:
                    yield return node;
                    break;
            }
        }
    }

    /// <summary>The graph of a body, or null where the compiler makes nothing of it.</summary>
    public static ControlFlowGraph? GraphOf(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetOperation(body, cancellationToken) switch
        {
            IMethodBodyOperation { Parent: null } method => ControlFlowGraph.Create(method, cancellationToken),
            IConstructorBodyOperation { Parent: null } constructor => ControlFlowGraph.Create(constructor, cancellationToken),
            IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
            IFieldInitializerOperation { Parent: null } field => ControlFlowGraph.Create(field, cancellationToken),
            IPropertyInitializerOperation { Parent: null } property => ControlFlowGraph.Create(property, cancellationToken),
            _ => null,
        };

    private static bool MayHoldBodies(SyntaxNode node) => node
        is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
        or BasePropertyDeclarationSyntax or AccessorListSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax
        or VariableDeclaratorSyntax;
}
