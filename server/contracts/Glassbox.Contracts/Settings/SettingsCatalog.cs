using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Glassbox.Contracts.Settings;

/// <summary>Every setting, read off the settings records, so that a setting is declared in one place.</summary>
public static class SettingsCatalog
{
    /// <summary>The section of a client's configuration that holds the settings.</summary>
    public const string Section = "glassbox";

    /// <summary>In order of declaration.</summary>
    public static ImmutableArray<SettingDescriptor> All { get; } = [.. Describe(typeof(GlassboxSettings), new GlassboxSettings(), "")];

    /// <summary>The camel-case name of a property.</summary>
    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>True for a record that only groups settings.</summary>
    public static bool IsGroup(Type type) => type.Namespace == typeof(GlassboxSettings).Namespace && type.IsClass;

    private static IEnumerable<SettingDescriptor> Describe(Type type, object instance, string prefix)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var path = prefix + NameOf(property);
            var value = property.GetValue(instance);
            if (!IsGroup(property.PropertyType)) yield return new SettingDescriptor(path, property, value);
            else foreach (var inner in Describe(property.PropertyType, value!, path + ".")) yield return inner;
        }
    }
}
