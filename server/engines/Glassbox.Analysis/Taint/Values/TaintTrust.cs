namespace Glassbox.Analysis.Taint.Values;

/// <summary>Who controls a value that comes from outside.</summary>
internal enum TaintTrust
{
    /// <summary>Whoever uses the service.</summary>
    Remote,

    /// <summary>Another machine that was asked.</summary>
    Network,

    /// <summary>Whoever wrote it to a database or a file before.</summary>
    Stored,

    /// <summary>Whoever sits before the program.</summary>
    Local,

    /// <summary>Whoever set the program up: the command line, the environment, the configuration.</summary>
    Operator,

    /// <summary>Whoever calls a public method, of whom nothing is known.</summary>
    Caller,
}
