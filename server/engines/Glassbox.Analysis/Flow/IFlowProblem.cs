using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Flow;

/// <summary>A question that is answered by following the control flow forward.</summary>
/// <typeparam name="TState">What is known at one point; immutable.</typeparam>
internal interface IFlowProblem<TState>
    where TState : class
{
    /// <summary>What is known where two ways meet.</summary>
    TState Join(TState left, TState right);

    bool Same(TState left, TState right);

    /// <summary>What is known after a block, and, when <paramref name="report"/> is set, what is wrong in it.</summary>
    TState Transfer(BasicBlock block, TState state, bool report);

    /// <summary>What is known where a condition, the last of the block that was just passed, had this outcome; null where it never has.</summary>
    TState? Refine(TState state, IOperation condition, bool outcome);
}
