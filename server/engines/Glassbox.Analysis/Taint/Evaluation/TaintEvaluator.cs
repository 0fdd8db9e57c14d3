using System.Runtime.CompilerServices;
using Glassbox.Analysis.Flow;
using Glassbox.Analysis.Taint.Summaries;
using Glassbox.Analysis.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>
/// Follows values through one graph. Lambdas and local functions are run where they are called or handed over, on the state
/// of that moment; other methods are asked for what they do with what they are given (<see cref="BodyResult"/>).
/// </summary>
internal sealed partial class TaintEvaluator : IFlowProblem<TaintState>
{
    private const int DeepestNesting = 6;

    private readonly BodyContext context;
    private readonly ControlFlowGraph graph;
    private readonly FlowCaptures captures;
    private readonly TaintEvaluator? around;
    private readonly int depth;
    private readonly HashSet<IMethodSymbol> visitedLocalFunctions = new(SymbolEqualityComparer.Default);
    private TaintState state = TaintState.Empty;
    private TaintState? exitState;
    private TaintValue branchValue = TaintValue.Clean;
    private bool reporting;

    public TaintEvaluator(BodyContext context, ControlFlowGraph graph, TaintEvaluator? around = null)
    {
        this.context = context;
        this.graph = graph;
        this.around = around;
        depth = around is null ? 0 : around.depth + 1;
        captures = new FlowCaptures(graph);
    }

    /// <summary>What the body gives back.</summary>
    public TaintValue Returned { get; private set; } = TaintValue.Clean;

    /// <summary>What holds when the body is left; null where it never is.</summary>
    public TaintState? Exit => exitState;

    /// <summary>What is thrown out of the body.</summary>
    public TaintValue Thrown { get; private set; } = TaintValue.Clean;

    private bool hasReturned;

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
        branchValue = TaintValue.Clean;
        if (block.BranchValue is { } value)
        {
            branchValue = Evaluate(value);
            if (block.ConditionKind != ControlFlowConditionKind.None && IsLoopHead(block)) CheckIterations(value);
            switch (block.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Return:
                    Return(branchValue);
                    break;
                case ControlFlowBranchSemantics.Throw:
                    state = state.Write(Place.Thrown, branchValue);
                    if (block.EnclosingRegion is { } region && !IsInTry(region)) Thrown = Thrown.Join(branchValue);
                    break;
            }
        }

        if (block.Kind == BasicBlockKind.Exit) exitState = exitState is null ? state : exitState.Join(state);
        return state;
    }

    private void Return(TaintValue value)
    {
        Returned = hasReturned ? Returned.Join(value) : value;
        hasReturned = true;
    }

    private static bool IsInTry(ControlFlowRegion region)
    {
        for (var at = region; at is not null; at = at.EnclosingRegion)
        {
            if (at.Kind == ControlFlowRegionKind.Try && at.EnclosingRegion?.Kind == ControlFlowRegionKind.TryAndCatch) return true;
        }

        return false;
    }

    private TaintValue Evaluate(IOperation? operation)
    {
        if (operation is null) return TaintValue.Clean;
        if (operation.ConstantValue is { HasValue: true } constant) return TaintValue.Of(constant.Value);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = EvaluateCore(operation);
        return value.IsClean || TypeHarms.Of(operation.Type) is var harms && harms == Harms.All ? value : value.Without(~harms);
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
                    : state.Read(CaptureRoot(reference.Id));
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value), assignment.Value);
            case ICompoundAssignmentOperation compound:
                return Assign(compound.Target, Compound(compound), compound.Value);
            case IIncrementOrDecrementOperation increment:
                return Step(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction.Target, deconstruction.Value);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return state.Read(Place.This);
            case ILocalReferenceOperation local:
                return state.Read(local.Local);
            case IParameterReferenceOperation parameter:
                return state.Read(PlaceOf(parameter)!.Value);
            case IMemberReferenceOperation member and (IFieldReferenceOperation or IPropertyReferenceOperation):
                return ReadMember(member);
            case IMethodReferenceOperation method:
                return TaintValue.Of(new MethodCallable(method.Method, Evaluate(method.Instance), this));
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IArrayElementReferenceOperation element:
                return ReadElement(element);
            case IArrayCreationOperation array:
                return CreateArray(array);
            case IInvocationOperation call:
                return EvaluateCall(call);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                return Unary(unary);
            case IInterpolatedStringOperation interpolated:
                var parts = MixAll(interpolated.Parts);
                if (interpolated.Parts.Any(part => part is IInterpolatedStringTextOperation)) parts = parts.Composed();
                return Beginning(interpolated, parts);
            case IConversionOperation conversion:
                // A FormattableString keeps its values apart from its text: those who take one make parameters of them.
                var converted = Evaluate(conversion.Operand);
                if (!converted.IsClean && TypeHarms.IsNumber(conversion.Type) && !TypeHarms.IsNumber(conversion.Operand.Type)) converted = Unboxed(converted);
                return conversion.Type?.Name is "FormattableString" ? converted.Without(Harms.Sql) : converted;
            case IAwaitOperation awaited:
                return Evaluate(awaited.Operation);
            case IIsNullOperation test:
                return TestNull(test);
            case IIsPatternOperation pattern:
                var matched = Evaluate(pattern.Value);
                Bind(pattern.Pattern, matched);
                return TestPattern(pattern, matched);
            case ICaughtExceptionOperation:
                return state.Read(Place.Thrown);
            case ITupleOperation tuple:
                return CreateTuple(tuple);
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                Return(TaintValue.Clean.AddElement(Evaluate(yielded.ReturnedValue)));
                return TaintValue.Clean;
            case IFlowAnonymousFunctionOperation lambda:
                return CreateLambda(lambda);
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or IInstanceReferenceOperation or ILiteralOperation:
                return TaintValue.Clean;
            case IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation:
                return EvaluateUnbound(operation);
            default:
                return MixAll(operation.ChildOperations);
        }
    }

    private TaintValue MixAll(IEnumerable<IOperation> operations)
    {
        var all = TaintValue.Clean;
        foreach (var operation in operations)
        {
            var value = Evaluate(operation);
            if (!value.IsClean) all = all.Mix(value);
        }

        return all.WithoutConstant();
    }

    private TaintValue Capture(IFlowCaptureOperation capture)
    {
        var value = Evaluate(capture.Value);
        if (PlaceOf(capture.Value) is not null && captures.OnlyValueOf(capture.Id) is not null) return value;
        state = state.Write(CaptureRoot(capture.Id), value);
        return value;
    }

    // Ids are told apart within one graph and the lambdas in it only.
    private object CaptureRoot(CaptureId id) => (context.BodyNode, id);

    private TaintValue RunNested(ControlFlowGraph nested, TaintState entry, BodyContext? owner = null)
    {
        if (depth >= DeepestNesting) return TaintValue.Clean;
        var evaluator = new TaintEvaluator(owner ?? context, nested, this) { inlining = inlining };
        evaluator.Run(entry, reporting);
        if (evaluator.exitState is { } left) state = state.Join(left);
        return evaluator.Returned;
    }

    private static bool IsLoopHead(BasicBlock block)
    {
        foreach (var predecessor in block.Predecessors)
        {
            if (predecessor.Source.Ordinal >= block.Ordinal) return true;
        }

        return false;
    }
}
