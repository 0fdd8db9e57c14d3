using Glassbox.Contracts.Session;

namespace Glassbox.Cli.Check;

/// <summary>Something that made a check less complete than it could be.</summary>
/// <param name="Level">How much.</param>
/// <param name="Text">What is wrong and what to do.</param>
/// <param name="IsTold">It was already shown while the check ran.</param>
internal sealed record Notice(MessageLevel Level, string Text, bool IsTold);
