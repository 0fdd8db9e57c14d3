using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Flow;

/// <summary>Runs a flow problem over a control flow graph to its fixed point.</summary>
internal static class ForwardFlow
{
    // Lattices here are small; this many visits a block is far more than code that people write needs.
    private const int MostVisitsPerBlock = 16;

    public static void Run<TState>(
        ControlFlowGraph graph, IFlowProblem<TState> problem, TState entry, bool report, CancellationToken cancellationToken)
        where TState : class
    {
        var inputs = new TState?[graph.Blocks.Length];
        inputs[0] = entry;
        var pending = new SortedSet<int> { 0 };
        var budget = graph.Blocks.Length * MostVisitsPerBlock;
        while (pending.Count > 0 && budget-- > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ordinal = pending.Min;
            pending.Remove(ordinal);
            var block = graph.Blocks[ordinal];
            var input = inputs[ordinal]!;
            var output = problem.Transfer(block, input, report: false);
            FlowTo(block.FallThroughSuccessor, output, !ConditionalOutcome(block));
            FlowTo(block.ConditionalSuccessor, output, ConditionalOutcome(block));
            FlowToHandlers(block, problem.Join(input, output));

            void FlowTo(ControlFlowBranch? branch, TState state, bool outcome)
            {
                if (branch?.Destination is not { } target) return;
                if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition)
                {
                    if (problem.Refine(state, condition, outcome) is not { } refined) return;
                    state = refined;
                }

                Meet(target.Ordinal, state);
            }
        }

        if (!report) return;
        foreach (var block in graph.Blocks)
        {
            if (inputs[block.Ordinal] is { } input) problem.Transfer(block, input, report: true);
        }

        // An exception can leave a try block anywhere, so its handlers start with all that held in it.
        void FlowToHandlers(BasicBlock block, TState state)
        {
            // A lambda's regions end in those of the graph around it, whose blocks are not this graph's.
            for (var region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            {
                if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole) continue;
                foreach (var handler in whole.NestedRegions)
                {
                    if (handler != region) Meet(handler.FirstBlockOrdinal, state);
                }
            }
        }

        void Meet(int target, TState state)
        {
            var before = inputs[target];
            var joined = before is null ? state : problem.Join(before, state);
            if (before is not null && problem.Same(before, joined)) return;
            inputs[target] = joined;
            pending.Add(target);
        }
    }

    private static bool ConditionalOutcome(BasicBlock block) => block.ConditionKind == ControlFlowConditionKind.WhenTrue;
}
