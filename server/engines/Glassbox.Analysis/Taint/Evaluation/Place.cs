namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>
/// Something that holds a value: a variable, <c>this</c> or a temporary of the control flow graph, and the members that
/// lead from it, as in <c>model</c> and <c>.Address.[0]</c>.
/// </summary>
internal readonly record struct Place(object Root, string Members = "")
{
    /// <summary>The receiver of the body.</summary>
    public static readonly object This = new();

    /// <summary>What was thrown and not yet caught.</summary>
    public static readonly object Thrown = new();

    public Place Member(string name) => this with { Members = $"{Members}.{name}" };

    /// <summary>The place that holds this one; the place itself at the root.</summary>
    public Place Owner => Members.Length == 0 ? this : this with { Members = Members[..Members.LastIndexOf('.')] };
}
