namespace Glassbox.Testing.Wire;

/// <summary>What came over the wire, or did not come, breaks the protocol or an expectation.</summary>
public sealed class WireException(string message, Exception? inner = null) : Exception(message, inner);
