using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint;

/// <summary>
/// Follows values from outside through one graph. Lambdas and local functions are run where they are called or handed
/// over, on the state of that moment; <see cref="RunNested"/> is also where summaries of other methods will come in.
/// </summary>
internal sealed partial class TaintEvaluator : IFlowProblem<TaintState>
{
    private const int DeepestNesting = 6;

    private readonly DocumentContext context;
    private readonly ControlFlowGraph graph;
    private readonly FlowCaptures captures;
    private readonly int depth;
    private readonly HashSet<IMethodSymbol> visitedLocalFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> routeHandlers = new(SymbolEqualityComparer.Default);
    private TaintState state = TaintState.Empty;
    private TaintState? exitState;
    private bool reporting;

    public TaintEvaluator(DocumentContext context, ControlFlowGraph graph, int depth = 0)
    {
        this.context = context;
        this.graph = graph;
        this.depth = depth;
        captures = new FlowCaptures(graph);
    }

    /// <summary>What the body gives back.</summary>
    public TaintValue Returned { get; private set; } = TaintValue.Clean;

    /// <summary>Runs the body to its fixed point.</summary>
    public void Run(TaintState entry, bool report)
    {
        ForwardFlow.Run(graph, this, entry, report, context.CancellationToken);
        if (!report) return;
        foreach (var function in graph.LocalFunctions)
        {
            // Those never called here are handed over as delegates or called by one another.
            if (visitedLocalFunctions.Contains(function)) continue;
            state = exitState ?? entry;
            reporting = true;
            RunNested(graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken), state);
        }
    }

    public TaintState Join(TaintState left, TaintState right) => left.Join(right);

    public bool Same(TaintState left, TaintState right) => left.SameAs(right);

    public TaintState Transfer(BasicBlock block, TaintState input, bool report)
    {
        state = input;
        reporting = report;
        foreach (var operation in block.Operations) Evaluate(operation);
        if (block.BranchValue is { } value)
        {
            var result = Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return) Returned = Returned.Union(result);
        }

        if (block.Kind == BasicBlockKind.Exit) exitState = exitState is null ? state : exitState.Join(state);
        return state;
    }

    private TaintValue Evaluate(IOperation? operation)
    {
        if (operation is null || operation.ConstantValue.HasValue) return TaintValue.Clean;
        var value = EvaluateCore(operation);
        return operation.Type.IsHarmless() ? TaintValue.Clean : value;
    }

    private TaintValue EvaluateCore(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return captures.OnlyValueOf(reference.Id) is { } only && PlaceOf(only) is not null
                    ? Evaluate(only)
                    : state.Read(new Place(reference.Id)) ?? TaintValue.Clean;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value), assignment.Value);
            case ICompoundAssignmentOperation compound:
                return Assign(compound.Target, Evaluate(compound.Target).Union(Evaluate(compound.Value)), compound.Value);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction.Target, deconstruction.Value);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case ILocalReferenceOperation local:
                return state.Read(new Place(local.Local)) ?? TaintValue.Clean;
            case IParameterReferenceOperation parameter:
                return state.Read(new Place(parameter.Parameter)) ?? TaintValue.Clean;
            case IMemberReferenceOperation member and (IFieldReferenceOperation or IPropertyReferenceOperation):
                return ReadMember(member);
            case IArrayElementReferenceOperation element:
                return EvaluateAll(element.Indices) is var _ && PlaceOf(element) is { } cell && state.ReadExactly(cell) is { } known
                    ? known
                    : Evaluate(element.ArrayReference);
            case IInvocationOperation call:
                return EvaluateCall(call);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation);
            case IBinaryOperation binary:
                var sum = Evaluate(binary.LeftOperand).Union(Evaluate(binary.RightOperand));
                return SafeBeginning(LeftmostText(binary)) ? sum.Without(TaintKinds.Redirect) : sum;
            case IInterpolatedStringOperation interpolated:
                var parts = EvaluateAll(interpolated.Parts);
                return SafeBeginning(LeftmostText(interpolated)) ? parts.Without(TaintKinds.Redirect) : parts;
            case IConversionOperation conversion:
                // A FormattableString keeps its values apart from its text: those who take one make parameters of them.
                var converted = Evaluate(conversion.Operand);
                return conversion.Type?.Name is "FormattableString" ? converted.Without(TaintKinds.Sql) : converted;
            case IIsPatternOperation pattern:
                Bind(pattern.Pattern, Evaluate(pattern.Value));
                return TaintValue.Clean;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                Returned = Returned.Union(Evaluate(yielded.ReturnedValue));
                return TaintValue.Clean;
            case IFlowAnonymousFunctionOperation lambda:
                RunNested(graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, context.CancellationToken), state);
                return TaintValue.Clean;
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or IInstanceReferenceOperation or ILiteralOperation:
                return TaintValue.Clean;
            case IInvalidOperation or IDynamicInvocationOperation:
                return EvaluateUnbound(operation);
            default:
                return EvaluateAll(operation.ChildOperations);
        }
    }

    private TaintValue EvaluateAll(IEnumerable<IOperation> operations)
    {
        var all = TaintValue.Clean;
        foreach (var operation in operations) all = all.Union(Evaluate(operation));
        return all;
    }

    private TaintValue Capture(IFlowCaptureOperation capture)
    {
        var value = Evaluate(capture.Value);
        var place = PlaceOf(capture.Value);
        if (place is not null && captures.OnlyValueOf(capture.Id) is not null) return value;
        var temporary = new Place(capture.Id);
        state = state.Write(temporary, value);
        if (place is { } from) state = state.CopyMembers(from, temporary);
        return value;
    }

    private TaintValue ReadMember(IMemberReferenceOperation member)
    {
        if (member is IPropertyReferenceOperation { Arguments.Length: > 0 } indexed) EvaluateAll(indexed.Arguments);
        if (PlaceOf(member) is { } place && (member.Instance is null ? state.Read(place) : state.ReadExactly(place)) is { } known)
            return known;
        if (FindSource(member.Member, member) is { } source) return source;
        if (member.Instance is null) return TaintValue.Clean;
        var owner = Evaluate(member.Instance);
        return !owner.IsClean && TaintModel.Instance.Find(ModelVerb.Clean, member.Member) is { } cleaner
            ? owner.Without(cleaner.Kinds)
            : owner;
    }

    private TaintValue? FindSource(ISymbol member, IOperation operation)
    {
        var entry = TaintModel.Instance.Find(ModelVerb.Source, member);
        if (entry is null)
        {
            return member is IPropertySymbol property && EntryPoints.BoundProperty(property) is { } origin
                ? Enter(property.Name, origin, TaintKinds.All, Contracts.Findings.Confidence.High, operation)
                : null;
        }

        return Enter(NameOfRead(operation), entry.Says, entry.Kinds, entry.Confidence, operation);
    }

    private static TaintValue Enter(
        string name, string origin, TaintKinds kinds, Contracts.Findings.Confidence confidence, IOperation operation) =>
        TaintValue.From(
            new TaintSource(name, origin, (operation.Parent is IPropertyReferenceOperation { Arguments.Length: > 0 } indexed ? indexed : operation).Syntax.Span, confidence),
            kinds);

    // "name" in Request.Query["name"], else the expression itself as far as it is short.
    private static string NameOfRead(IOperation operation)
    {
        if (operation.Parent is IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] }) return key;
        var text = operation.Syntax.ToString();
        return text.Length <= 40 && !text.Contains('\n', StringComparison.Ordinal) ? text : operation.Syntax.GetLastToken().ValueText;
    }

    private TaintValue RunNested(ControlFlowGraph nested, TaintState entry)
    {
        if (depth >= DeepestNesting) return TaintValue.Clean;
        var evaluator = new TaintEvaluator(context, nested, depth + 1);
        evaluator.Run(entry, reporting);
        if (evaluator.exitState is { } left) state = state.Join(left);
        return evaluator.Returned;
    }
}
