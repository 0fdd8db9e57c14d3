namespace Glassbox.Contracts.Session;

/// <summary>What a face knows of its core's process.</summary>
/// <param name="State">Whether it answers.</param>
/// <param name="ProcessId">The process, or null where there is none or the core is in the face's own.</param>
/// <param name="Restarts">How often it had to be started anew.</param>
public sealed record CoreConnectionStatus(CoreConnectionState State, int? ProcessId, int Restarts);
