using Glassbox.Analysis.Secrets.Assignments;
using Glassbox.Analysis.Secrets.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Manifests of Kubernetes secrets: base64 hides nothing.</summary>
internal static class KubernetesSecrets
{
    public static void Run(SecretScan scan)
    {
        var text = scan.Text;
        if (scan.File.Language != FileLanguage.Yaml || !text.Contains("Secret", StringComparison.Ordinal)) return;
        var entries = new List<(int Name, int Colon, int End)>();
        var (isSecret, isInData) = (false, false);
        for (var start = 0; start < text.Length;)
        {
            var next = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(start, next - start).TrimEnd();
            if (line.StartsWith("---", StringComparison.Ordinal))
            {
                if (isSecret) Report(scan, entries);
                entries.Clear();
                (isSecret, isInData) = (false, false);
            }
            else if (!line.IsEmpty && line[0] is not (' ' or '\t' or '#'))
            {
                isInData = line is "data:";
                isSecret |= line is "kind: Secret" or "kind: \"Secret\"" or "kind: 'Secret'";
            }
            else if (isInData && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            {
                entries.Add((start, start + colon, start + line.Length));
            }

            start = next + 1;
        }

        if (isSecret) Report(scan, entries);
    }

    private static void Report(SecretScan scan, List<(int Name, int Colon, int End)> entries)
    {
        foreach (var (nameStart, colon, lineEnd) in entries)
        {
            var name = scan.Text.AsSpan(nameStart, colon - nameStart).Trim().Trim('"');
            var (start, end) = (colon + 2, lineEnd);
            while (start < end && scan.Text[start] is ' ' or '"' or '\'') start++;
            while (end > start && scan.Text[end - 1] is '"' or '\'') end--;
            if (Base64Text.DecodeText(scan.Text.AsSpan(start, end - start)) is not { } decoded) continue;
            var value = decoded.AsSpan().Trim();
            if (UserPassword.Judge("", value) is null) continue;
            if (SecretNames.MeaningOf(name) != NameMeaning.None) scan.Add(SecretKinds.KubernetesSecret, start, end, Confidence.High);
            else if (ValueLooks.IsRandom(value) && !ValueLooks.IsLocation(value)) scan.Add(SecretKinds.KubernetesSecret, start, end, Confidence.Medium);
        }
    }
}
