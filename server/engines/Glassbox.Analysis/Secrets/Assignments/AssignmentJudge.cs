using Glassbox.Analysis.Secrets.Formats;
using Glassbox.Analysis.Secrets.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Decides whether a value beside a name that means a secret is one.</summary>
internal static class AssignmentJudge
{
    private const int Shortest = 4;
    private const int Longest = 2048;
    private const int ShortestGoodPassword = 6;
    private const int ShortestToken = 8;
    private const int ShortestGoodToken = 20;

    public static void Judge(SecretScan scan, ReadOnlySpan<char> name, NameMeaning meaning, AssignedValue found)
    {
        var value = scan.Text.AsSpan(found.Start, found.Length);
        if (value.Length is < Shortest or > Longest || ValueLooks.HasWhiteSpace(value) || References.Is(value) || Placeholders.IsPlaceholder(value)) return;
        // NuGet encrypts what stands under this name.
        if (scan.File.Name is "nuget.config" && name.Equals("Password", StringComparison.OrdinalIgnoreCase)) return;
        if (AzureSecrets.IsEmulatorKey(value)) return;
        var kind = ContextKinds.Of(scan, name, value);
        var confidence = kind is not null ? Confidence.High
            : ValueLooks.IsLocation(value) || ValueLooks.IsVersion(value) || value.Equals(name, StringComparison.OrdinalIgnoreCase) ? null
            : meaning == NameMeaning.Password ? OfPassword(scan.File, value, found.Form)
            : OfToken(value);
        if (confidence is not { } sure) return;
        if (found.Form != ValueForm.Assigned || (kind is null && scan.File.Language == FileLanguage.Text)) sure = AtMostMedium(sure);
        scan.Add(kind ?? (meaning == NameMeaning.Password ? SecretKinds.GenericPassword : SecretKinds.GenericSecret), found.Start, found.End, sure);
    }

    private static Confidence? OfPassword(ScannedFile file, ReadOnlySpan<char> value, ValueForm form)
    {
        if (ValueLooks.IsWords(value.Trim("*?!:.…()")))
        {
            if (ValueLooks.HasManyHumps(value)) return Confidence.Medium;
            // In settings even a word is a password; elsewhere it is a label, a column, a message.
            return form == ValueForm.Assigned && file.Language is FileLanguage.Settings or FileLanguage.Shell && ValueLooks.IsLettersOnly(value) ? Confidence.Low : null;
        }

        // "errors.password.min8": the key of a text.
        if (ValueLooks.IsNameLike(value) && value.IndexOfAny('.', ':', '/') >= 0) return null;
        var isStrong = UserPassword.IsStrong(value);
        // Two texts in a list, or a word of prose: only what cannot be anything else.
        if ((form == ValueForm.Listed || file.Language == FileLanguage.Text) && !isStrong) return null;
        if (value.Length < ShortestGoodPassword) return ValueLooks.HasLetter(value) ? Confidence.Low : null;
        return isStrong ? Confidence.High : Confidence.Medium;
    }

    private static Confidence? OfToken(ReadOnlySpan<char> value)
    {
        if (value.Length < ShortestToken || !ValueLooks.IsRandom(value)) return null;
        return value.Length >= ShortestGoodToken && !ValueLooks.IsUuid(value) ? Confidence.High : Confidence.Medium;
    }

    private static Confidence AtMostMedium(Confidence confidence) => confidence == Confidence.High ? Confidence.Medium : confidence;
}
