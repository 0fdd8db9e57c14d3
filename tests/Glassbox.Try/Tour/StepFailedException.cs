namespace Glassbox.Try.Tour;

/// <summary>The server did not do what the tour promises.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
