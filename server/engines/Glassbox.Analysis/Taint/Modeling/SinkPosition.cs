namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>One of the values that a member works with.</summary>
/// <param name="Parameter">A parameter's name, or <see cref="Assigned"/> or <see cref="Receiver"/>.</param>
/// <param name="Index">The argument meant where the call does not bind; -1 for none.</param>
internal readonly record struct SinkPosition(string Parameter, int Index)
{
    public const string Assigned = "set";
    public const string Receiver = "this";
    public const string Result = "result";
}
