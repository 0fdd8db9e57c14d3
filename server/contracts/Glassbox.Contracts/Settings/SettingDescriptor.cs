using System.Reflection;

namespace Glassbox.Contracts.Settings;

/// <summary>One setting, as declared by a property of the settings records.</summary>
/// <param name="Path">Its name from the section's root, such as <c>completion.maxItems</c>.</param>
/// <param name="Property">The property that holds it.</param>
/// <param name="Default">Its value unless set.</param>
public sealed record SettingDescriptor(string Path, PropertyInfo Property, object? Default)
{
    /// <summary>The numbers that it may take, or null.</summary>
    public SettingRangeAttribute? Range => Property.GetCustomAttribute<SettingRangeAttribute>();
}
