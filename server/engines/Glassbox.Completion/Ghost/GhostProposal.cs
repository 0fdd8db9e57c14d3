namespace Glassbox.Completion.Ghost;

/// <summary>A draft that holds in its place.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Rendering">Its text.</param>
/// <param name="Verdict">What was checked of it.</param>
/// <param name="Line">Its first line, with which others begin as well.</param>
internal sealed record GhostProposal(GhostDraft Draft, GhostRendering Rendering, GhostVerdict Verdict, string Line);
