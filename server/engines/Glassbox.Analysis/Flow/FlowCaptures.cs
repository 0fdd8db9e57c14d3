using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Flow;

/// <summary>What the temporaries and the flags of a control flow graph stand for.</summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, List<IOperation>> captures = [];
    private readonly Dictionary<ISymbol, List<IOperation>> flags = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> assigned = new(SymbolEqualityComparer.Default);

    public FlowCaptures(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                switch (operation)
                {
                    case IFlowCaptureOperation capture:
                        AddTo(captures, capture.Id, capture.Value);
                        break;
                    case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment }:
                        NoteFlag(assignment);
                        break;
                    case ISimpleAssignmentOperation assignment:
                        NoteFlag(assignment);
                        break;
                }
            }
        }
    }

    /// <summary>The one thing that a temporary stands for, or null where it depends on the way taken.</summary>
    public IOperation? OnlyValueOf(CaptureId id) =>
        captures.TryGetValue(id, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>All that a temporary may stand for.</summary>
    public IReadOnlyList<IOperation> ValuesOf(CaptureId id) => captures.TryGetValue(id, out var values) ? values : [];

    /// <summary>All that a boolean variable is assigned in this graph.</summary>
    public IReadOnlyList<IOperation> ValuesOf(ISymbol flag) => flags.TryGetValue(flag, out var values) ? values : [];

    /// <summary>The one thing that a local is assigned in this graph, or null.</summary>
    public IOperation? AssignedTo(ISymbol local) => assigned.TryGetValue(local, out var values) && values.Count == 1 ? values[0] : null;

    private void NoteFlag(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation local) AddTo(assigned, local.Local, assignment.Value);
        if (assignment is { Target: ILocalReferenceOperation target, Type.SpecialType: SpecialType.System_Boolean })
            AddTo(flags, target.Local, assignment.Value);
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<IOperation>> lists, TKey key, IOperation value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }
}
