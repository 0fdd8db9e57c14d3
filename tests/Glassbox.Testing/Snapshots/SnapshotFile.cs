using VerifyTests;

namespace Glassbox.Testing.Snapshots;

/// <summary>The pair of files of one snapshot.</summary>
internal static class SnapshotFile
{
    /// <param name="stem">The files' path up to <c>.verified.txt</c> and <c>.received.txt</c>.</param>
    /// <param name="text">Scrubbed.</param>
    /// <param name="accept">Take the text as verified.</param>
    public static async Task CompareAsync(string stem, string text, bool accept)
    {
        var (verifiedFile, receivedFile) = (stem + ".verified.txt", stem + ".received.txt");
        var received = text.ReplaceLineEndings("\n").TrimEnd('\n');
        var verified = File.Exists(verifiedFile)
            ? (await File.ReadAllTextAsync(verifiedFile)).ReplaceLineEndings("\n").TrimStart('\uFEFF').TrimEnd('\n')
            : null;
        if (string.Equals(verified, received, StringComparison.Ordinal))
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        if (accept)
        {
            await File.WriteAllTextAsync(verifiedFile, received);
            File.Delete(receivedFile);
            return;
        }

        await File.WriteAllTextAsync(receivedFile, received);
        var name = Path.GetFileName(stem);
        throw new VerifyException(verified is null
            ? $"Nothing was verified yet for {name}. Received:\n{received}"
            : $"{name} differs from what was verified.\n{FirstDifference(verified, received)}\nReceived:\n{received}");
    }

    private static string FirstDifference(string verified, string received)
    {
        var (old, now) = (verified.Split('\n'), received.Split('\n'));
        var line = 0;
        while (line < old.Length && line < now.Length && string.Equals(old[line], now[line], StringComparison.Ordinal)) line++;
        return $"Line {line + 1}:\n  verified: {(line < old.Length ? old[line] : "(end)")}\n  received: {(line < now.Length ? now[line] : "(end)")}";
    }
}
