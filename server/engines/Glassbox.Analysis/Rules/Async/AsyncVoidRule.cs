using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3101: async methods that give nobody a task to wait for.</summary>
internal sealed class AsyncVoidRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => IsAsyncVoid(method.Modifiers, method.ReturnType) && !method.Modifiers.Any(SyntaxKind.OverrideKeyword),
        LocalFunctionStatementSyntax function => IsAsyncVoid(function.Modifiers, function.ReturnType),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case MethodDeclarationSyntax method when !IsDictated(method, context):
                Check(method.Identifier, method.ParameterList, method.Body, context);
                break;
            case LocalFunctionStatementSyntax function:
                Check(function.Identifier, function.ParameterList, function.Body, context);
                break;
        }
    }

    private static void Check(SyntaxToken name, ParameterListSyntax parameters, BlockSyntax? body, DocumentContext context)
    {
        if (IsHandler(parameters, context) || Catching.HandlesAll(body) || IsSubscribed(name.ValueText, context)) return;
        context.Report(
            AsyncIds.AsyncVoid, Confidence.High, $"Nobody can wait for '{name.ValueText}', and its failure ends the process: it is async and returns void", name.Span);
    }

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax returned) =>
        modifiers.Any(SyntaxKind.AsyncKeyword) && returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    // Events leave no choice: (object sender, EventArgs e).
    private static bool IsHandler(ParameterListSyntax parameters, DocumentContext context) =>
        parameters.Parameters is [{ Identifier: var first, Type: { } sender }, { Type: { } args }]
        && (first.ValueText.EndsWith("sender", StringComparison.OrdinalIgnoreCase) || sender is PredefinedTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax })
        && (first.ValueText.EndsWith("sender", StringComparison.OrdinalIgnoreCase) || Syntax.LastName(args)?.EndsWith("EventArgs", StringComparison.Ordinal) == true
            || context.TypeOf(args).IsOrInherits("System.EventArgs"));

    // x.Changed += OnChanged, whatever the event hands over.
    private static bool IsSubscribed(string name, DocumentContext context) =>
        context.Root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression) && Syntax.LastName(assignment.Right) == name);

    // An interface that was declared without tasks.
    private static bool IsDictated(MethodDeclarationSyntax method, DocumentContext context)
    {
        if (method.ExplicitInterfaceSpecifier is not null) return true;
        if (context.Model.GetDeclaredSymbol(method, context.CancellationToken) is not { ContainingType: { } type } symbol) return false;
        return type.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
    }
}
