using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3328: private methods that nothing calls.</summary>
internal sealed class UnusedPrivateMethodRule : INodeRule
{
    // Called by the compiler, or by a designer, because of their names.
    private static readonly HashSet<string> Expected =
    [
        "Main", "PrintMembers", "Deconstruct", "GetEnumerator", "GetAwaiter", "MoveNext", "Add", "Dispose", "InitializeComponent",
        "Awake", "Start", "Update", "FixedUpdate", "LateUpdate", "OnEnable", "OnDisable", "OnDestroy",
    ];

    public bool IsCandidate(SyntaxNode node) => node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && ((TypeDeclarationSyntax)node).Members.Any(IsPrivateMethod) && !IsPartial(node);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var type = (TypeDeclarationSyntax)node;
        if (type.ContainsDiagnostics) return;
        List<(string Name, int Start)>? names = null;
        foreach (var method in type.Members.Where(IsPrivateMethod).Cast<MethodDeclarationSyntax>())
        {
            var name = method.Identifier.ValueText;
            if (Expected.Contains(name) || name.Contains('_', StringComparison.Ordinal) || IsHandler(method) || IsPattern(name)) continue;
            // A name in a text may be looked up when the program runs.
            names ??= type.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
                .Select(token => (token.ValueText, token.SpanStart)).ToList();
            if (names.Any(mention => mention.Name == name && !IsOwn(mention.Start, method))) continue;
            // Code that the compiler leaves out may call it.
            if (context.Root.ContainsDirectives && type.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(name, StringComparison.Ordinal))) continue;
            context.Report(CorrectnessIds.UnusedPrivateMethod, Confidence.High, $"Nothing calls the private method '{name}'", method.Identifier.Span);
        }
    }

    // Its own name, and calls of itself in itself.
    private static bool IsOwn(int start, MethodDeclarationSyntax method) => method.Span.Contains(start);

    private static bool IsPrivateMethod(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { AttributeLists.Count: 0, ExplicitInterfaceSpecifier: null } method
        && method.Modifiers.Any(SyntaxKind.PrivateKeyword)
        && !method.Modifiers.Any(modifier => modifier.RawKind is (int)SyntaxKind.ExternKeyword or (int)SyntaxKind.PartialKeyword or (int)SyntaxKind.ProtectedKeyword);

    private static bool IsPartial(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    // Wired up in markup.
    private static bool IsHandler(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters is [_, { Type: { } second }] && Syntax.LastName(second)?.EndsWith("Args", StringComparison.Ordinal) == true;

    // Serializers and designers look for these beside a property.
    private static bool IsPattern(string name) => name.StartsWith("ShouldSerialize", StringComparison.Ordinal) || name.StartsWith("Reset", StringComparison.Ordinal);
}
