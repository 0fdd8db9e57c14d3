namespace Glassbox.Completion.Describe;

/// <summary>What must be kept of an answer to describe its candidates: a C# session, or words.</summary>
internal abstract record PopupAnswer;
