namespace Glassbox.Contracts.Session;

/// <summary>There is no core to answer; the face answers with what it can do alone.</summary>
public sealed class CoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
