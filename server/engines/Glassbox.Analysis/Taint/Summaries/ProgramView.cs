using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>One compilation and those that it refers to: which bodies a call may run, and what never changes. Kept as long as the compilation.</summary>
internal sealed class ProgramView
{
    // A call that may go to more bodies than these says little of any of them.
    private const int MostTargets = 4;

    private static readonly ConditionalWeakTable<Compilation, ProgramView> Known = [];

    private readonly Compilation compilation;
    private readonly Dictionary<SyntaxTree, Compilation> owners = [];
    private readonly IReadOnlyDictionary<string, VersionStamp> versions;
    private readonly ConcurrentDictionary<BodySummary, bool> current = new();
    private readonly Lazy<Dictionary<string, SyntaxTree>> trees;
    private readonly ConcurrentDictionary<string, ISymbol?> statics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, Optional<object?>> constants = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, bool> computed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> targets = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<string, (SyntaxTree Tree, TreeFacts.DeclaredType Type)>> derived;

    private ProgramView(Compilation compilation, IReadOnlyDictionary<string, VersionStamp> versions)
    {
        this.compilation = compilation;
        this.versions = versions;
        Add(compilation);
        trees = new(() =>
        {
            var found = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
            foreach (var tree in owners.Keys) found.TryAdd(tree.FilePath, tree);
            return found;
        });
        derived = new(() => owners.Keys
            .OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
            .SelectMany(tree => TreeFacts.Of(tree).Types.Select(type => (Tree: tree, Type: type)))
            .SelectMany(one => one.Type.Bases.Select(name => (Name: name, one.Tree, one.Type)))
            .ToLookup(one => one.Name, one => (one.Tree, one.Type), StringComparer.Ordinal));
    }

    /// <summary>The view of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="versions">The version of its declarations and of those that it refers to, by the name of the assembly.</param>
    public static ProgramView Of(Compilation compilation, IReadOnlyDictionary<string, VersionStamp> versions) =>
        Known.GetValue(compilation, compilation => new ProgramView(compilation, versions));

    /// <summary>True where a text says yes; the same name is the same question.</summary>
    public bool Any(string name, Func<SyntaxTree, bool> question) => answers.GetOrAdd(name, _ => owners.Keys.Any(question));

    /// <summary>The text of a path; null where there is none.</summary>
    public SyntaxTree? TreeOf(string path) => trees.Value.GetValueOrDefault(path);

    /// <summary>The version of the declarations that the bodies of a text are bound to.</summary>
    public VersionStamp VersionOf(SyntaxTree tree) => versions.GetValueOrDefault(CompilationOf(tree).AssemblyName ?? "");

    /// <summary>True where all that a summary rests on is still as it was.</summary>
    public bool IsCurrent(BodySummary summary)
    {
        if (current.TryGetValue(summary, out var before)) return before;
        var visited = new HashSet<BodySummary> { summary };
        var pending = new Stack<BodySummary>(visited);
        while (pending.TryPop(out var at))
        {
            if ((current.TryGetValue(at, out var answer) && !answer) || !owners.ContainsKey(at.Tree) || VersionOf(at.Tree) != at.Declarations)
            {
                current[at] = false;
                current[summary] = false;
                return false;
            }

            if (answer) continue;
            foreach (var callee in at.Callees)
            {
                if (visited.Add(callee)) pending.Push(callee);
            }
        }

        foreach (var one in visited) current[one] = true;
        return true;
    }

    public Compilation CompilationOf(SyntaxTree tree) => owners.TryGetValue(tree, out var owner) ? owner : compilation;

#pragma warning disable RSEXPERIMENTAL001 // Following null costs as much as binding, and nothing here asks for it.
    public static SemanticModel ModelOf(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001

    public ISymbol? StaticMember(string id) => statics.GetOrAdd(id, static (id, compilation) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation), compilation);

    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.MethodKind == MethodKind.Constructor && constructor.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>The syntax whose graph a method runs; null where there is none.</summary>
    public static SyntaxNode? BodyNodeOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                case AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }:
                case ArrowExpressionClauseSyntax:
                case TypeDeclarationSyntax when method.MethodKind == MethodKind.Constructor:
                    return reference.GetSyntax(cancellationToken);
            }
        }

        // A constructor that nobody wrote runs the initializers.
        return method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, IsStatic: false } && method.ContainingType.DeclaringSyntaxReferences is [var type, ..]
            ? type.GetSyntax(cancellationToken) as TypeDeclarationSyntax
            : null;
    }

    /// <summary>The declaration whose symbol a body belongs to.</summary>
    public static SyntaxNode DeclarationOf(SyntaxNode body) => body is ArrowExpressionClauseSyntax ? body.Parent! : body;

    public bool HasBody(IPropertySymbol property) => computed.GetOrAdd(property.OriginalDefinition, static symbol =>
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null }:
                    return true;
                case BasePropertyDeclarationSyntax { AccessorList: { } accessors } when accessors.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null):
                    return true;
                case BasePropertyDeclarationSyntax when symbol.IsAbstract:
                    return true;
            }
        }

        return false;
    });

    public Optional<object?> ConstantOf(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (field.OriginalDefinition.DeclaringSyntaxReferences is not [var reference]) return default;
        if (constants.TryGetValue(field.OriginalDefinition, out var known)) return known;
        var found = FindConstant(field.OriginalDefinition, reference.GetSyntax(cancellationToken), cancellationToken);
        return constants.GetOrAdd(field.OriginalDefinition, found);
    }

    public Optional<object?>? PatternOf(IOperation expression, FlowCaptures captures, CancellationToken cancellationToken)
    {
        if (expression is ILocalReferenceOperation local && captures.AssignedTo(local.Local) is { } assigned) expression = assigned;
        if (expression is IConversionOperation conversion) expression = conversion.Operand;
        if (expression is IObjectCreationOperation { Arguments: [{ Value.ConstantValue: var pattern }, ..] }) return pattern;
        if (expression is not IFieldReferenceOperation { Field: var field } || field.DeclaringSyntaxReferences is not [var reference]) return null;
        if (reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } }) return null;
        var constant = ModelOf(CompilationOf(first.SyntaxTree), first.SyntaxTree).GetConstantValue(first.Expression, cancellationToken);
        return constant.HasValue ? constant : null;
    }

    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, INamedTypeSymbol? receiver, CancellationToken cancellationToken)
    {
        var original = method.OriginalDefinition;
        if (!original.IsVirtual && !original.IsAbstract && !original.IsOverride && original.ContainingType?.TypeKind != TypeKind.Interface)
            return BodyNodeOf(original, cancellationToken) is null ? [] : [original];
        if (receiver is not null && ImplementationIn(receiver, original) is { } exact) return BodyNodeOf(exact, cancellationToken) is null ? [] : [exact.OriginalDefinition];
        if (targets.TryGetValue(original, out var known)) return known;
        return targets.GetOrAdd(original, FindTargets(original, cancellationToken));
    }

    private void Add(Compilation added)
    {
        foreach (var tree in added.SyntaxTrees) owners.TryAdd(tree, added);
        foreach (var reference in added.References)
        {
            if (reference is CompilationReference { Compilation: CSharpCompilation referred } && !owners.ContainsValue(referred)) Add(referred);
        }
    }

    private Optional<object?> FindConstant(IFieldSymbol field, SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (declaration is not VariableDeclaratorSyntax { Initializer.Value: { } value } || !IsPlain(value)) return default;
        // A field that others may write is looked for in all texts, a private one where its type is.
        var trees = field.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable
            ? field.ContainingType.DeclaringSyntaxReferences.Select(part => part.SyntaxTree)
            : owners.Keys;
        if (trees.Any(tree => TreeFacts.Of(tree).Assigned.Contains(field.Name))) return default;
        return ModelOf(CompilationOf(declaration.SyntaxTree), declaration.SyntaxTree).GetConstantValue(value, cancellationToken);
    }

    private static bool IsPlain(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.NullLiteralExpression and not (int)SyntaxKind.DefaultLiteralExpression }
            or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or BinaryExpressionSyntax or MemberAccessExpressionSyntax;

    private ImmutableArray<IMethodSymbol> FindTargets(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var found = new List<IMethodSymbol>();
        if (BodyNodeOf(method, cancellationToken) is not null) found.Add(method);
        var pending = new Queue<string>([method.ContainingType.Name]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryDequeue(out var name) && found.Count <= MostTargets)
        {
            if (!seen.Add(name)) continue;
            foreach (var (tree, declared) in derived.Value[name])
            {
                pending.Enqueue(declared.Name);
                var node = tree.GetRoot(cancellationToken).FindToken(declared.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
                if (node is null || ModelOf(CompilationOf(tree), tree).GetDeclaredSymbol(node, cancellationToken) is not { } type) continue;
                if (ImplementationIn(type, method) is not { } implementation || BodyNodeOf(implementation, cancellationToken) is null) continue;
                if (!found.Contains(implementation.OriginalDefinition, SymbolEqualityComparer.Default)) found.Add(implementation.OriginalDefinition);
            }
        }

        return found.Count > MostTargets ? [] : [.. found];
    }

    private static IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (!SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType)) continue;
                foreach (var member in contract.GetMembers(method.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)) return type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
                }
            }

            return null;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = member; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method)) return member;
                }
            }
        }

        return null;
    }
}
