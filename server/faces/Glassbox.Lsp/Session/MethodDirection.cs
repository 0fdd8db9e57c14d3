namespace Glassbox.Lsp.Session;

/// <summary>Who sends a method.</summary>
public enum MethodDirection
{
    /// <summary>The editor.</summary>
    ClientToServer,

    /// <summary>The server.</summary>
    ServerToClient,
}
