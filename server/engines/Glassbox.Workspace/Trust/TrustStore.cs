using System.Text.Json;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Trust;

/// <summary>Which folders the user trusts, kept in the user's state folder and never in the folders themselves.</summary>
/// <param name="file">Where it is kept.</param>
internal sealed class TrustStore(string file)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lock gate = new();

    /// <summary>The remembered decision about a folder; a file that cannot be read remembers nothing.</summary>
    public TrustDecision DecisionOn(DocumentPath folder)
    {
        lock (gate)
        {
            return Read().TryGetValue(folder.Value, out var isTrusted)
                ? isTrusted ? TrustDecision.Trusted : TrustDecision.Untrusted
                : TrustDecision.Undecided;
        }
    }

    /// <summary>Remembers a decision; false when it could not be written.</summary>
    public bool TryRemember(DocumentPath folder, TrustDecision decision)
    {
        lock (gate)
        {
            var decisions = Read();
            if (decision == TrustDecision.Undecided) decisions.Remove(folder.Value);
            else decisions[folder.Value] = decision == TrustDecision.Trusted;
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);

                // Whole or not at all: another process may read or write it at the same time.
                var draft = $"{file}.{Environment.ProcessId}.tmp";
                File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(decisions, Indented));
                File.Move(draft, file, overwrite: true);
                return true;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    private SortedDictionary<string, bool> Read()
    {
        try
        {
            if (File.Exists(file) && JsonSerializer.Deserialize<SortedDictionary<string, bool>>(File.ReadAllBytes(file)) is { } known)
                return new SortedDictionary<string, bool>(known, StringComparer.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            // Asked again is better than trusted by mistake.
        }

        return new SortedDictionary<string, bool>(StringComparer.Ordinal);
    }
}
