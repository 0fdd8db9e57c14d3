namespace Glassbox.Analysis.Taint;

/// <summary>What of a sink must not come from outside.</summary>
/// <param name="Parameter">A parameter's name, or <see cref="Assigned"/> or <see cref="Receiver"/>.</param>
/// <param name="Index">The argument meant where the call does not bind.</param>
internal readonly record struct SinkPosition(string Parameter, int Index)
{
    public const string Assigned = "set";
    public const string Receiver = "this";
}
