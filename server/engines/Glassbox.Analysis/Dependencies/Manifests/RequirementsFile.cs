namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>requirements.txt of pip: one requirement a line, with options and addresses in between.</summary>
internal static class RequirementsFile
{
    private static readonly string[] Ends = [" #", "\t#", " --", "\\"];

    private static readonly string[] Archives = [".whl", ".tar.gz", ".zip"];

    public static void Read(string text, ManifestBuilder manifest, bool isDevelopment)
    {
        var continues = false;
        for (var start = 0; start < text.Length;)
        {
            var next = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(start, next - start).TrimEnd();
            // The rest of a requirement that goes on are the hashes of its files.
            var isRest = continues;
            continues = line is [.., '\\'];
            if (!isRest) ReadLine(text, start, start + EndOf(line), manifest, isDevelopment);
            start = next + 1;
        }
    }

    private static void ReadLine(string text, int start, int end, ManifestBuilder manifest, bool isDevelopment)
    {
        var line = text.AsSpan(start, end - start).Trim().TrimStart('\uFEFF');
        // Options, other files, editable folders, paths.
        if (line.IsEmpty || line[0] is '-' or '.' or '/' || IsAddress(line)) return;
        var first = text.IndexOf(line[0], start);
        if (!Requirement.Read(text, first, end, manifest, isDevelopment)) manifest.Report("This is no requirement.", first, end);
    }

    // An address or an archive without a name before it: "name @ address" has one.
    private static bool IsAddress(ReadOnlySpan<char> line)
    {
        var sign = line.IndexOf('@');
        var scheme = line.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) return sign < 0 || sign > scheme;
        foreach (var archive in Archives)
        {
            if (sign < 0 && line.EndsWith(archive, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // Without a comment, the options of the requirement, and the sign that it goes on.
    private static int EndOf(ReadOnlySpan<char> line)
    {
        if (line is ['#', ..]) return 0;
        foreach (var sign in Ends)
        {
            if (line.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var found) line = line[..found];
        }

        return line.TrimEnd().Length;
    }
}
