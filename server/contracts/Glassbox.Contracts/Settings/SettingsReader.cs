using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Settings;

/// <summary>
/// Reads settings as editors send them: nested (<c>{"completion": {"maxItems": 5}}</c>) or flat
/// (<c>{"completion.maxItems": 5}</c>), with or without the section around them. What is wrong is named and skipped; the rest counts.
/// </summary>
public static class SettingsReader
{
    // Settings of the clients themselves, which some clients send along with the server's.
    private static readonly ImmutableHashSet<string> ClientOnly = ["server.path", "trace.server", "trace"];

    /// <summary>Reads a section's value; null or anything but an object gives the defaults.</summary>
    public static SettingsReading Read(JsonNode? section)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (section is JsonObject root)
        {
            if (root.Count == 1 && root[SettingsCatalog.Section] is JsonObject inner) root = inner;
            Flatten(root, "", values);
        }
        else if (section is not null)
        {
            problems.Add($"The settings '{SettingsCatalog.Section}' must be an object.");
        }

        var known = SettingsCatalog.All.ToDictionary(setting => setting.Path, StringComparer.Ordinal);
        var settings = new GlassboxSettings();
        foreach (var (path, value) in values)
        {
            if (ClientOnly.Contains(path) || value is null) continue;
            if (!known.TryGetValue(path, out var setting))
            {
                var nearest = NearestName.Of(path, known.Keys);
                var hint = nearest is null ? "" : $" Did you mean '{SettingsCatalog.Section}.{nearest}'?";
                problems.Add($"The setting '{SettingsCatalog.Section}.{path}' is not known.{hint}");
            }
            else if (TryConvert(value, setting, out var converted, out var expected))
            {
                Assign(settings, path, converted);
            }
            else
            {
                problems.Add($"The setting '{SettingsCatalog.Section}.{path}' must be {expected}; it was left as it is.");
            }
        }

        return new SettingsReading(settings, problems.ToImmutable());
    }

    private static void Flatten(JsonObject node, string prefix, Dictionary<string, JsonNode?> values)
    {
        foreach (var (name, value) in node)
        {
            var path = prefix + name;
            if (prefix.Length == 0 && path.StartsWith(SettingsCatalog.Section + ".", StringComparison.Ordinal)) path = path[(SettingsCatalog.Section.Length + 1)..];
            var isGroup = value is JsonObject && !SettingsCatalog.All.Any(setting => setting.Path == path);
            if (isGroup) Flatten((JsonObject)value!, path + ".", values);
            else values[path] = value;
        }
    }

    private static void Assign(GlassboxSettings settings, string path, object value)
    {
        // The records are fresh, not yet shared: their init setters are set through reflection, as a deserializer does.
        object target = settings;
        var names = path.Split('.');
        foreach (var name in names[..^1]) target = Find(target, name).GetValue(target)!;
        Find(target, names[^1]).SetValue(target, value);

        static PropertyInfo Find(object owner, string name) =>
            owner.GetType().GetProperties().Single(property => SettingsCatalog.NameOf(property) == name);
    }

    private static bool TryConvert(JsonNode node, SettingDescriptor setting, out object value, out string expected)
    {
        value = "";
        var type = setting.Property.PropertyType;
        var kind = node.GetValueKind();
        if (type == typeof(bool))
        {
            expected = "true or false";
            value = kind == JsonValueKind.True;
            return kind is JsonValueKind.True or JsonValueKind.False;
        }

        if (type == typeof(string))
        {
            expected = "a text";
            value = kind == JsonValueKind.String ? node.GetValue<string>() : "";
            return kind == JsonValueKind.String;
        }

        if (type == typeof(int) || type == typeof(double))
        {
            var range = setting.Range;
            expected = (type == typeof(int) ? "a whole number" : "a number")
                + (range is null ? "" : string.Create(CultureInfo.InvariantCulture, $" from {range.Minimum} to {range.Maximum}"));
            if (kind != JsonValueKind.Number || !double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out var number)) return false;
            if (range is not null && (number < range.Minimum || number > range.Maximum)) return false;
            if (type == typeof(int) && number != Math.Floor(number)) return false;
            value = type == typeof(int) ? (object)(int)number : number;
            return true;
        }

        if (type.IsEnum) return TryEnum(node, type, out value, out expected);
        if (type == typeof(ImmutableArray<string>))
        {
            expected = "a list of texts";
            if (node is not JsonArray array || !array.All(item => item?.GetValueKind() == JsonValueKind.String)) return false;
            value = array.Select(item => item!.GetValue<string>()).ToImmutableArray();
            return true;
        }

        expected = "an object from rule id to one of " + EnumNames(typeof(Severity));
        if (node is not JsonObject map) return false;
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>(StringComparer.OrdinalIgnoreCase);
        foreach (var (rule, level) in map)
        {
            if (level is null || !TryEnum(level, typeof(Severity), out var severity, out _)) return false;
            severities[rule] = (Severity)severity;
        }

        value = severities.ToImmutable();
        return true;
    }

    private static bool TryEnum(JsonNode node, Type type, out object value, out string expected)
    {
        expected = "one of " + EnumNames(type);
        value = Enum.GetValues(type).GetValue(0)!;
        if (node.GetValueKind() != JsonValueKind.String) return false;
        var parsed = Enum.TryParse(type, node.GetValue<string>(), ignoreCase: true, out var found) && Enum.IsDefined(type, found!);
        if (parsed) value = found!;
        return parsed;
    }

    private static string EnumNames(Type type) =>
        string.Join(", ", Enum.GetNames(type).Select(name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\""));
}
