namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>A line of a model file that is not understood.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Message">What is wrong with it, and what would be right.</param>
internal sealed record ModelProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}
