namespace Glassbox.Testing.Wire;

/// <summary>What a client and the server talk over.</summary>
public enum WireTransport
{
    /// <summary>Standard input and output, without an argument that says so.</summary>
    Default,

    /// <summary>Standard input and output, with <c>--stdio</c>.</summary>
    Stdio,

    /// <summary>A socket file or named pipe that the client listens on: <c>--pipe NAME</c>.</summary>
    Pipe,

    /// <summary>A TCP port that the client listens on: <c>--socket PORT</c>.</summary>
    Socket,
}
