namespace Glassbox.Completion.Ranking;

/// <summary>What each <see cref="Feature"/> counts, as a logarithm of likelihood for each of its units.</summary>
internal static class RankingWeights
{
    private static readonly double[] Members = Load("RW_MEMBER");
    private static readonly double[] Names = Load("RW_NAME");

    /// <summary>The weights after a dot, or anywhere else.</summary>
    public static ReadOnlySpan<double> At(bool isMember) => isMember ? Members : Names;

    private static double[] Load(string name)
    {
        var w = new double[CSharp.PopupFeatures.Count];
        if (Environment.GetEnvironmentVariable(name) is { } f && File.Exists(f)) return [.. File.ReadAllLines(f).Select(l => double.Parse(l, System.Globalization.CultureInfo.InvariantCulture))];
        w[(int)Feature.ContextLog] = 0.8; w[(int)Feature.UsesLog] = 0.2; w[(int)Feature.Proximity] = 3; w[(int)Feature.OriginShare] = 1; w[(int)Feature.TypeShare] = 1; w[(int)Feature.TargetSame] = 2; w[(int)Feature.ArmTaken] = -6; w[(int)Feature.Near] = 1;
        return w;
    }
}
