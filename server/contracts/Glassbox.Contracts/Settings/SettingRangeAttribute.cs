namespace Glassbox.Contracts.Settings;

/// <summary>The numbers that a setting may take, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingRangeAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The least.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The greatest.</summary>
    public double Maximum { get; } = maximum;
}
