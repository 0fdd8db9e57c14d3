using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>The rules about tasks.</summary>
internal static class AsyncRules
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> Infos =
    [
        AsyncTexts.AsyncVoid,
        AsyncTexts.BlockingOnTask,
        AsyncTexts.SleepInAsync,
        AsyncTexts.TaskFromUsing,
        AsyncTexts.AsyncLambdaAsVoid,
        AsyncTexts.NullTask,
        AsyncTexts.LostCancellation,
    ];

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new AsyncVoidRule(), new BlockingOnTaskRule(), new SleepInAsyncRule(), new TaskFromUsingRule(), new AsyncLambdaAsVoidRule(),
        new NullTaskRule(), new LostCancellationRule(),
    ];
}
