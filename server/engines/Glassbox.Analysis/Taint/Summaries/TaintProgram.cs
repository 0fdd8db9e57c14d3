using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Analysis.Flow;
using Glassbox.Analysis.Taint.Evaluation;
using Glassbox.Analysis.Taint.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>
/// The code that a body may call into, as one compilation and those it refers to see it, and what is known of its bodies.
/// Belongs to one thread.
/// </summary>
/// <remarks>
/// A body that is asked for is looked at at once, those that it calls first. Where calls go in a circle, what is known so far is
/// taken; when the first body is done, whatever was made of something that has changed since is made again, until nothing
/// changes. What comes out is the same wherever the circle was entered.
/// </remarks>
internal sealed class TaintProgram
{
    // Chains of calls longer than this wait until the stack is free again.
    private const int DeepestCalls = 30;

    // Values grow in few steps; a body that is still changing after these is left as it is.
    private const int MostEvaluations = 8;

    private readonly SummaryStore store;
    private readonly ProgramView view;
    private readonly SemanticModel document;
    private readonly List<OpenBody> stack = [];
    private readonly Dictionary<SyntaxNode, OpenBody> open = [];
    private readonly Queue<OpenBody> waiting = new();
    private readonly Dictionary<SyntaxNode, BodySummary> known = [];
    private bool isSettling;

    /// <summary>The code around one document.</summary>
    /// <param name="view">All of it.</param>
    /// <param name="document">The meaning of the document, whose bodies other rules have bound already.</param>
    /// <param name="store">What is known of bodies.</param>
    /// <param name="model">What is known of libraries.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public TaintProgram(ProgramView view, SemanticModel document, SummaryStore store, TaintModel model, CancellationToken cancellationToken)
    {
        this.view = view;
        this.document = document;
        this.store = store;
        Model = model;
        CancellationToken = cancellationToken;
    }

    public TaintModel Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>True where a method belongs to the code that is looked at, with a body or without.</summary>
    public bool IsKnown(IMethodSymbol method) => !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction);

    /// <summary>True where reading or writing a property runs code that is there to look at.</summary>
    public bool HasBody(IPropertySymbol property) => view.HasBody(property);

    /// <summary>True for the constructor that a type's own parameter list declares.</summary>
    public bool IsPrimary(IMethodSymbol constructor) => ProgramView.IsPrimary(constructor);

    /// <summary>The value of a field that is never assigned but where it is declared.</summary>
    public Optional<object?> ConstantOf(IFieldSymbol field) => view.ConstantOf(field, CancellationToken);

    /// <summary>The pattern that a regular expression was made of, where that is known.</summary>
    public Optional<object?>? PatternOf(IOperation expression, FlowCaptures captures) => view.PatternOf(expression, captures, CancellationToken);

    /// <summary>A static member by its documentation id.</summary>
    public ISymbol? StaticMember(string id) => view.StaticMember(id);

    /// <summary>The bodies that a call may run.</summary>
    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, INamedTypeSymbol? receiver) => view.TargetsOf(method, receiver, CancellationToken);

    /// <summary>What a method does, as far as it is known yet; null where there is no body.</summary>
    public BodyResult? ResultOf(IMethodSymbol method) =>
        ProgramView.BodyNodeOf(method, CancellationToken) is { } node ? ResultOf(node, method.OriginalDefinition) : null;

    /// <summary>What is known of a body when all that it calls is known.</summary>
    public BodySummary SummaryOf(SyntaxNode node, IMethodSymbol? method)
    {
        if (Find(node) is { } summary) return summary;
        ResultOf(node, method);
        return known[node];
    }

    /// <summary>A method's body, to be looked at together with its caller; null where there is none.</summary>
    public InlinedBody? BodyOf(IMethodSymbol method, BodyFindings findings)
    {
        if (ProgramView.BodyNodeOf(method, CancellationToken) is not { } node) return null;
        var model = ModelOf(node.SyntaxTree);
        if (Bodies.GraphOf(node, model, CancellationToken) is not { } graph || model.GetDeclaredSymbol(ProgramView.DeclarationOf(node), CancellationToken) is not IMethodSymbol symbol) return null;
        // What is made of its text depends on it as on a body that is called.
        ResultOf(node, symbol);
        return new InlinedBody(new BodyContext(this, model, node, symbol, findings), graph, symbol);
    }

    private BodyResult ResultOf(SyntaxNode node, IMethodSymbol? method)
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (Find(node) is { } summary)
        {
            if (stack.Count > 0) stack[^1].Known.Add(summary);
            return summary.Result;
        }

        if (!open.TryGetValue(node, out var body))
        {
            open[node] = body = new OpenBody(node, method, ModelOf(node.SyntaxTree), open.Count);
            if (stack.Count >= DeepestCalls || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) waiting.Enqueue(body);
            else Evaluate(body);
        }

        if (stack.Count > 0) stack[^1].Reads[body] = body.Version;
        var result = body.Result;
        if (stack.Count == 0 && !isSettling)
        {
            Settle();
            result = known[node].Result;
        }

        return result;
    }

    private SemanticModel ModelOf(SyntaxTree tree) => tree == document.SyntaxTree ? document : ProgramView.ModelOf(view.CompilationOf(tree), tree);

    private BodySummary? Find(SyntaxNode node)
    {
        if (known.TryGetValue(node, out var summary)) return summary;
        if (store.Find(node) is not { } stored || !view.IsCurrent(stored)) return null;
        known[node] = stored;
        return stored;
    }

    private void Evaluate(OpenBody body)
    {
        body.Evaluations++;
        body.Reads.Clear();
        body.Known.Clear();
        stack.Add(body);
        var result = BodyAnalysis.Run(this, view.CompilationOf(body.Node.SyntaxTree), body.Model, body.Graph, body.Node, body.Method);
        stack.RemoveAt(stack.Count - 1);
        if (!result.DoesSame(body.Result)) body.Version++;
        body.Result = result;
    }

    private void Settle()
    {
        isSettling = true;
        while (true)
        {
            while (waiting.TryDequeue(out var body))
            {
                if (body.Evaluations == 0) Evaluate(body);
            }

            var stale = open.Values.Where(body => body.Evaluations < MostEvaluations && body.IsStale).OrderByDescending(body => body.Index).ToList();
            if (stale.Count == 0) break;
            foreach (var body in stale)
            {
                if (body.IsStale) Evaluate(body);
            }
        }

        isSettling = false;
        foreach (var body in open.Values) body.Summary = new BodySummary(body.Node.SyntaxTree, view.VersionOf(body.Node.SyntaxTree), body.Result);
        foreach (var body in open.Values)
        {
            body.Summary!.Callees = [.. body.Reads.Keys.Select(callee => callee.Summary!), .. body.Known];
            known[body.Node] = body.Summary;
            store.Put(body.Node, body.Summary);
        }

        open.Clear();
    }

    private sealed class OpenBody(SyntaxNode node, IMethodSymbol? method, SemanticModel model, int index)
    {
        public SyntaxNode Node => node;

        public SemanticModel Model => model;

        /// <summary>Kept while the body is open: it may be looked at several times.</summary>
        public Lazy<ControlFlowGraph?> Graph { get; } = new(() => Bodies.GraphOf(node, model, CancellationToken.None));

        public IMethodSymbol? Method => method;

        public int Index => index;

        public BodyResult Result { get; set; } = BodyResult.Nothing;

        public int Version { get; set; }

        public int Evaluations { get; set; }

        /// <summary>What was read of bodies that are open themselves, and in which version.</summary>
        public Dictionary<OpenBody, int> Reads { get; } = [];

        public HashSet<BodySummary> Known { get; } = [];

        public BodySummary? Summary { get; set; }

        public bool IsStale => Reads.Any(read => read.Key.Version != read.Value);
    }
}
