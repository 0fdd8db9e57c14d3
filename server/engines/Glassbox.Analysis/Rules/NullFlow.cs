using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Flow;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Rules;

/// <summary>Follows what may be null through one graph to where it is used.</summary>
internal sealed class NullFlow(DocumentContext context, ControlFlowGraph graph) : IFlowProblem<NullState>
{
    private readonly FlowCaptures captures = new(graph);
    private NullState state = NullState.Empty;
    private bool reporting;

    /// <summary>The lambdas met, to be run on their own.</summary>
    public HashSet<IFlowAnonymousFunctionOperation> Lambdas { get; } = [];

    public NullState Join(NullState left, NullState right) => left.Join(right);

    public bool Same(NullState left, NullState right) => left.SameAs(right);

    public NullState Transfer(BasicBlock block, NullState input, bool report)
    {
        state = input;
        reporting = report;
        foreach (var operation in block.Operations) Visit(operation);
        if (block.BranchValue is { } value) Visit(value);
        return state;
    }

    public NullState? Refine(NullState input, IOperation condition, bool outcome)
    {
        state = input;
        Learn(condition, outcome, 0);
        return state;
    }

    private void Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation:
                return;
            case IFlowAnonymousFunctionOperation lambda:
                Lambdas.Add(lambda);
                return;
            case ISimpleAssignmentOperation assignment when AssignedLocal(assignment.Target) is { } target:
                Visit(assignment.Value);
                state = state.With(target, OriginOf(assignment.Value));
                return;
            case IInvocationOperation call:
                Visit(call.Instance);
                foreach (var argument in call.Arguments) Visit(argument.Value);
                CheckReceiver(call.Instance, call, call.TargetMethod.Name);
                LearnFromCall(call);
                return;
            case IMemberReferenceOperation { Instance: { } instance } member:
                foreach (var child in member.ChildOperations) Visit(child);
                CheckReceiver(instance, member, member.Member.Name);
                return;
        }

        foreach (var child in operation.ChildOperations) Visit(child);
    }

    // Where the value is more than one step, the graph puts the variable itself aside first.
    private ILocalSymbol? AssignedLocal(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IFlowCaptureReferenceOperation reference => captures.OnlyValueOf(reference.Id) is ILocalReferenceOperation local ? local.Local : null,
        _ => null,
    };

    private MaybeNull? OriginOf(IOperation value)
    {
        if (MaybeNull.From(value, context) is { } origin) return origin;
        return Bare(value) is ILocalReferenceOperation other ? state[other.Local] : null;
    }

    private void CheckReceiver(IOperation? instance, IOperation use, string member)
    {
        if (instance is null || !reporting) return;
        var bare = Bare(instance);
        // x!.M(): the author vouches for it.
        if (use.Syntax.DescendantNodes().Any(node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression) && node.Span.Start == instance.Syntax.Span.Start)) return;
        if (bare is ILocalReferenceOperation local)
        {
            if (state[local.Local] is not { } origin) return;
            context.Report(
                RuleIds.NullDereference, origin.Confidence, $"'{local.Local.Name}' may be null after {origin.Shown} when '{member}' is used", local.Syntax.Span,
                [
                    new TraceStation(TraceStepKind.Source, origin.Span, $"{origin.Shown} gives null when it finds nothing"),
                    new TraceStation(TraceStepKind.Sink, local.Syntax.Span, $"'{member}' is used without a check"),
                ]);
            // One report tells it; the next use of the same variable adds nothing.
            state = state.With(local.Local, origin: null);
        }
        else if (bare is not IFlowCaptureReferenceOperation && MaybeNull.From(bare, context) is { } direct && instance.Syntax.Parent is not ConditionalAccessExpressionSyntax)
        {
            context.Report(
                RuleIds.NullDereference, direct.Confidence, $"The result of {direct.Shown} may be null when '{member}' is used", instance.Syntax.Span,
                [
                    new TraceStation(TraceStepKind.Source, direct.Span, $"{direct.Shown} gives null when it finds nothing"),
                    new TraceStation(TraceStepKind.Sink, use.Syntax.Span, $"'{member}' is used without a check"),
                ]);
        }
    }

    private void LearnFromCall(IInvocationOperation call)
    {
        // Guards and assertions throw on null, whatever they are called in detail.
        var name = call.TargetMethod.Name;
        var isGuard = name is "ThrowIfNull" or "NotNull" or "IsNotNull" or "AgainstNull" or "Null" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace";
        var isAssert = name is "Assert" or "That" or "True" or "IsTrue" or "NotBeNull";
        foreach (var argument in call.Arguments)
        {
            if (isGuard && Bare(argument.Value) is ILocalReferenceOperation local) state = state.With(local.Local, origin: null);
            if (isAssert)
            {
                foreach (var mentioned in argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>()) state = state.With(mentioned.Local, origin: null);
            }

            // A variable handed over by reference comes back as something else.
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && Bare(argument.Value) is ILocalReferenceOperation written) state = state.With(written.Local, origin: null);
        }
    }

    private void Learn(IOperation condition, bool outcome, int level)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                Learn(not.Operand, !outcome, level);
                break;
            case IConversionOperation conversion:
                Learn(conversion.Operand, outcome, level);
                break;
            case IIsNullOperation isNull:
                Decide(isNull.Operand, isNull: outcome);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                LearnEquality(equality, outcome == (equality.OperatorKind == BinaryOperatorKind.Equals), level);
                break;
            case IIsPatternOperation pattern:
                var inner = pattern.Pattern;
                while (inner is INegatedPatternOperation negated) (inner, outcome) = (negated.Pattern, !outcome);
                var isNullPattern = inner is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } };
                if (outcome != isNullPattern) Decide(pattern.Value, isNull: false);
                break;
            case IIsTypeOperation type when outcome:
                Decide(type.ValueOperand, isNull: false);
                break;
            case IInvocationOperation call:
                // IsNullOrEmpty(x), IsMissing(x), x.Exists(): any test that was handed the variable may have looked.
                foreach (var argument in call.Arguments) Decide(argument.Value, isNull: false);
                break;
            case ILocalReferenceOperation flag when level < 3:
                foreach (var value in captures.ValuesOf(flag.Local)) Learn(value, outcome, level + 1);
                break;
            case IFlowCaptureReferenceOperation reference when level < 3 && captures.OnlyValueOf(reference.Id) is { } value:
                Learn(value, outcome, level + 1);
                break;
        }
    }

    private void LearnEquality(IBinaryOperation equality, bool equal, int level)
    {
        var (left, right) = (equality.LeftOperand, equality.RightOperand);
        if (right.ConstantValue is { HasValue: true, Value: bool truth }) Learn(left, equal == truth, level);
        else if (IsNullConstant(right)) Decide(left, isNull: equal);
        else if (IsNullConstant(left)) Decide(right, isNull: equal);
        else if (equal)
        {
            // Equal to something that is not null, as in x?.Length == 3.
            Decide(left, isNull: false);
            Decide(right, isNull: false);
        }
    }

    private static bool IsNullConstant(IOperation operation) => Bare(operation).ConstantValue is { HasValue: true, Value: null };

    private void Decide(IOperation operation, bool isNull)
    {
        if (isNull) return;
        foreach (var local in Behind(operation, 0)) state = state.With(local, origin: null);
    }

    private IEnumerable<ILocalSymbol> Behind(IOperation operation, int level)
    {
        var bare = Bare(operation);
        if (bare is ILocalReferenceOperation local) return [local.Local];
        if (bare is IDeclarationExpressionOperation declaration) return Behind(declaration.Expression, level);
        if (bare is ISimpleAssignmentOperation assignment) return Behind(assignment.Target, level);
        if (bare is IFlowCaptureReferenceOperation reference && level < 3) return captures.ValuesOf(reference.Id).SelectMany(value => Behind(value, level + 1));
        // x?.Name != null says that x is not null.
        if (bare is IMemberReferenceOperation { Instance: { } owner }) return Behind(owner, level);
        if (bare is IInvocationOperation { Instance: { } receiver }) return Behind(receiver, level);
        return [];
    }

    private static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation { IsTryCast: false, OperatorMethod: null } conversion) operation = conversion.Operand;
        return operation;
    }
}
