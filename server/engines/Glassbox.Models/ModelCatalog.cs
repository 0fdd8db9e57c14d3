using System.Collections.Immutable;
using System.Text.Json;
using Glassbox.Contracts.Models;
using Glassbox.Contracts.Text;

namespace Glassbox.Models;

/// <summary>
/// Reads the user's model settings: a JSON object with <c>endpoint</c>, <c>model</c> and, where a key is needed,
/// <c>keyVariable</c>, the name of the environment variable that holds it. Nothing is sent anywhere.
/// </summary>
/// <param name="file">In the user's own state or settings folder, never in a workspace.</param>
/// <param name="variable">Reads an environment variable.</param>
public sealed class ModelCatalog(string file, Func<string, string?> variable) : IModelCatalog
{
    private const string Endpoint = "endpoint";
    private const string Model = "model";
    private const string KeyVariable = "keyVariable";
    private static readonly string[] Known = [Endpoint, Model, KeyVariable];
    private static readonly string[] NamesOfKeys = ["key", "apiKey", "api_key", "api-key", "token", "secret", "password"];
    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <inheritdoc/>
    public async Task<ModelConfiguration> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            using var document = JsonDocument.Parse(WithoutMark(bytes), Reading);
            return Judge(document.RootElement);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ModelConfiguration(file, null, []);
        }
        catch (JsonException e)
        {
            return Invalid(ModelProblemKind.NotJson, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Invalid(ModelProblemKind.Unreadable, e.Message);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;

    private ModelConfiguration Invalid(ModelProblemKind kind, string? detail) => new(file, null, [new ModelProblem(kind, "", detail)]);

    private ModelConfiguration Judge(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return Invalid(ModelProblemKind.NotJson, "1:1");

        var problems = ImmutableArray.CreateBuilder<ModelProblem>();
        foreach (var property in root.EnumerateObject().Where(property => !Known.Contains(property.Name)))
            problems.Add(Unknown(property.Name));

        var address = ReadAddress(root, problems);
        var model = ReadText(root, Model, isRequired: true, problems);
        var key = ReadText(root, KeyVariable, isRequired: false, problems);
        if (key is not null && !IsVariableName(key))
            problems.Add(new ModelProblem(ModelProblemKind.KeyInFile, KeyVariable, null));
        else if (key is not null && string.IsNullOrWhiteSpace(variable(key)))
            problems.Add(new ModelProblem(ModelProblemKind.VariableNotSet, KeyVariable, key));

        return problems.Count == 0 && address is not null && model is not null
            ? new ModelConfiguration(file, new ModelEndpoint(address, model, key), [])
            : new ModelConfiguration(file, null, problems.ToImmutable());
    }

    private static ModelProblem Unknown(string name) =>
        NamesOfKeys.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? new ModelProblem(ModelProblemKind.KeyInFile, name, null)
            : new ModelProblem(ModelProblemKind.UnknownSetting, name, NearestName.Of(name, Known));

    private static Uri? ReadAddress(JsonElement root, ImmutableArray<ModelProblem>.Builder problems)
    {
        if (ReadText(root, Endpoint, isRequired: true, problems) is not { } text) return null;
        ModelProblem? problem = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            problem = new ModelProblem(ModelProblemKind.BadAddress, Endpoint, address?.UserInfo.Length > 0 ? null : text);
        else if (address.UserInfo.Length > 0)
            problem = new ModelProblem(ModelProblemKind.SecretInAddress, Endpoint, address.Host);
        else if (address.Scheme == "http" && !address.IsLoopback)
            problem = new ModelProblem(ModelProblemKind.NotEncrypted, Endpoint, address.Host);

        if (problem is null) return address;
        problems.Add(problem);
        return null;
    }

    private static string? ReadText(JsonElement root, string name, bool isRequired, ImmutableArray<ModelProblem>.Builder problems)
    {
        if (!root.TryGetProperty(name, out var value))
        {
            if (isRequired) problems.Add(new ModelProblem(ModelProblemKind.Missing, name, null));
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString()!.Trim();
        problems.Add(new ModelProblem(ModelProblemKind.NotText, name, null));
        return null;
    }

    /// <summary>Names are letters, digits and underscores; a key, pasted by mistake, nearly always has something else or is longer.</summary>
    private static bool IsVariableName(string text) =>
        text.Length <= 64 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
