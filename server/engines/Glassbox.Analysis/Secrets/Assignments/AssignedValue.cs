namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>A value beside a name: where it stands, without quotes.</summary>
internal readonly record struct AssignedValue(int Start, int End, ValueForm Form)
{
    public int Length => End - Start;
}
