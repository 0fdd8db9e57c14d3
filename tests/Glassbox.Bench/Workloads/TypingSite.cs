namespace Glassbox.Bench.Workloads;

/// <summary>A place where a person could type a member access: a new line before a statement that has one.</summary>
/// <param name="Path">The file.</param>
/// <param name="LineStart">The offset of the statement's line.</param>
/// <param name="Beginning">The statement up to the receiver, indented.</param>
/// <param name="Receiver">What stands before the dot.</param>
/// <param name="Member">What the code itself has after the dot, which must be among the candidates.</param>
internal sealed record TypingSite(string Path, int LineStart, string Beginning, string Receiver, string Member)
{
    /// <summary>The white space before the statement.</summary>
    public string Indent => Beginning[..(Beginning.Length - Beginning.TrimStart().Length)];
}
