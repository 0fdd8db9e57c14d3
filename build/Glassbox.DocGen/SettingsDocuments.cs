using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;

namespace Glassbox.DocGen;

/// <summary>The settings: a page, a JSON schema, and the properties of a client's manifest.</summary>
public static class SettingsDocuments
{
    private static readonly DocComments Comments = DocComments.Of(typeof(GlassboxSettings).Assembly);

    /// <summary>How every JSON document is written.</summary>
    public static JsonSerializerOptions Layout { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page.</summary>
    public static GeneratedDocument Markdown()
    {
        var page = new StringBuilder($"# Settings\n\n{Page.Notice}\n\nAll stand in the section `{SettingsCatalog.Section}` of the editor's configuration, nested or flat. "
            + "An unknown setting, or a value that it cannot have, is named in a message and left out; the rest counts. "
            + "Before the configuration arrives, `initializationOptions.settings` counts.\n\n| setting | type | default | what it does |\n|---|---|---|---|\n");
        foreach (var setting in SettingsCatalog.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{SettingsCatalog.Section}.{setting.Path}` | {TypeOf(setting)} | `{Default(setting)?.ToJsonString(Layout) ?? "null"}` | {Comments.Summary(setting.Property)} |\n");
        }

        return new GeneratedDocument("protocol-docs/settings.md", page.ToString());
    }

    /// <summary>The JSON schema.</summary>
    public static GeneratedDocument Schema()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Glassbox settings",
            ["description"] = Comments.Summary(typeof(GlassboxSettings)),
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = Group(""),
        };
        return new GeneratedDocument("protocol-docs/settings.schema.json", schema.ToJsonString(Layout) + "\n");
    }

    /// <summary>The properties by their full names, as a VS Code manifest wants them.</summary>
    public static JsonObject ManifestProperties()
    {
        var properties = new JsonObject();
        foreach (var setting in SettingsCatalog.All) properties[$"{SettingsCatalog.Section}.{setting.Path}"] = Describe(setting, "markdownDescription");
        return properties;
    }

    private static JsonObject Group(string prefix)
    {
        var properties = new JsonObject();
        foreach (var names in SettingsCatalog.All.Where(setting => setting.Path.StartsWith(prefix, StringComparison.Ordinal)).GroupBy(setting => setting.Path[prefix.Length..].Split('.')[0]))
        {
            var path = prefix + names.Key;
            properties[names.Key] = names.First().Path == path
                ? Describe(names.First(), "description")
                : new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = Group(path + ".") };
        }

        return properties;
    }

    private static JsonObject Describe(SettingDescriptor setting, string description)
    {
        var type = setting.Property.PropertyType;
        var schema = new JsonObject();
        if (type == typeof(bool)) schema["type"] = "boolean";
        else if (type == typeof(int)) schema["type"] = "integer";
        else if (type == typeof(double)) schema["type"] = "number";
        else if (type == typeof(string) || type.IsEnum) schema["type"] = "string";
        else if (type == typeof(ImmutableArray<string>)) (schema["type"], schema["items"]) = ("array", new JsonObject { ["type"] = "string" });
        else (schema["type"], schema["additionalProperties"]) = ("object", new JsonObject { ["type"] = "string", ["enum"] = Names(typeof(Severity)) });
        if (type.IsEnum)
        {
            schema["enum"] = Names(type);
            if (description == "markdownDescription") schema["enumDescriptions"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(Comments.Summary(type, name)))]);
        }

        if (setting.Range is { } range) (schema["minimum"], schema["maximum"]) = (range.Minimum, range.Maximum);
        schema["default"] = Default(setting);
        schema[description] = Comments.Summary(setting.Property);
        return schema;
    }

    private static JsonArray Names(Type type) => new([.. Enum.GetNames(type).Select(name => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))]);

    private static JsonNode? Default(SettingDescriptor setting) => setting.Default switch
    {
        Enum value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
        IDictionary => new JsonObject(),
        ImmutableArray<string> list => new JsonArray([.. list.Select(item => JsonValue.Create(item))]),
        bool value => value,
        int value => value,
        double value => value,
        string value => value,
        _ => new JsonObject(),
    };

    private static string TypeOf(SettingDescriptor setting)
    {
        var type = setting.Property.PropertyType;
        var range = setting.Range is { } limits ? string.Create(CultureInfo.InvariantCulture, $", {limits.Minimum} to {limits.Maximum}") : "";
        if (type.IsEnum) return string.Join(" or ", Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`"));
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(int)) return "whole number" + range;
        if (type == typeof(double)) return "number" + range;
        if (type == typeof(string)) return "text";
        return type == typeof(ImmutableArray<string>)
            ? "list of texts"
            : "object from rule id to " + string.Join(", ", Enum.GetNames<Severity>().Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`"));
    }
}
