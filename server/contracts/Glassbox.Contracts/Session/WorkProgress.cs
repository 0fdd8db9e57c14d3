namespace Glassbox.Contracts.Session;

/// <summary>The state of something that takes a while, such as loading a solution.</summary>
/// <param name="WorkId">Names the work; also what cancels it.</param>
/// <param name="Stage">Begins, goes on or ends.</param>
/// <param name="Title">What it is; the same for all stages.</param>
/// <param name="Message">What is being done now, or how it ended.</param>
/// <param name="Percent">From 0 to 100, or null where it is not known.</param>
/// <param name="CanCancel">The user may stop it.</param>
public sealed record WorkProgress(
    string WorkId, WorkStage Stage, string Title, string? Message, int? Percent, bool CanCancel);
