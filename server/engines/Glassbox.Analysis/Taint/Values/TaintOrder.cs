namespace Glassbox.Analysis.Taint.Values;

/// <summary>An order of taints that does not depend on the way in which they were found: sources before inputs, each by its place.</summary>
internal sealed class TaintOrder : IComparer<TaintLabel>
{
    public static readonly TaintOrder Instance = new();

    public int Compare(TaintLabel? x, TaintLabel? y) => (x?.Origin, y?.Origin) switch
    {
        (TaintSource left, TaintSource right) => Compare(left, right),
        (TaintInput left, TaintInput right) => Compare(left, right),
        (TaintSource, _) => -1,
        (_, TaintSource) => 1,
        _ => 0,
    };

    private static int Compare(TaintSource left, TaintSource right)
    {
        // Where there are too many, those that are surer stay.
        if (left.Confidence != right.Confidence) return right.Confidence.CompareTo(left.Confidence);
        var path = string.CompareOrdinal(left.At.Path, right.At.Path);
        if (path != 0) return path;
        var start = left.At.Span.Start.CompareTo(right.At.Span.Start);
        return start != 0 ? start : string.CompareOrdinal(left.Name, right.Name);
    }

    private static int Compare(TaintInput left, TaintInput right)
    {
        var root = left.Root.Parameter.CompareTo(right.Root.Parameter);
        if (root != 0) return root;
        var name = string.CompareOrdinal(left.Root.StaticName, right.Root.StaticName);
        return name != 0 ? name : string.CompareOrdinal(left.Members, right.Members);
    }
}
