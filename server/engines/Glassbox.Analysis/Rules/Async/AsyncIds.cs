namespace Glassbox.Analysis.Rules.Async;

/// <summary>The ids of the rules about tasks. An id is never given to another rule.</summary>
internal static class AsyncIds
{
    public const string AsyncVoid = "GB3101";
    public const string BlockingOnTask = "GB3102";
    public const string SleepInAsync = "GB3103";
    public const string TaskFromUsing = "GB3104";
    public const string AsyncLambdaAsVoid = "GB3105";
    public const string NullTask = "GB3106";
    public const string LostCancellation = "GB3107";
}
