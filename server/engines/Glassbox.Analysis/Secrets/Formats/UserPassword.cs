using Glassbox.Analysis.Secrets.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>A password where a format says that it is one, with the user it belongs to.</summary>
internal static class UserPassword
{
    private const int Shortest = 4;

    /// <summary>How likely the password opens something; null where it stands for another or is an example.</summary>
    public static Confidence? Judge(ReadOnlySpan<char> user, ReadOnlySpan<char> password)
    {
        if (password.Length < Shortest || ValueLooks.HasWhiteSpace(password) || References.Is(password) || References.Is(user) || Placeholders.IsPlaceholder(password)) return null;
        // The example of RFC 7617.
        if (user is "Aladdin") return null;
        if (ValueLooks.IsWords(password) && !ValueLooks.HasManyHumps(password)) return Confidence.Low;
        return IsStrong(password) ? Confidence.High : Confidence.Medium;
    }

    /// <summary>Nobody writes such a value as an example.</summary>
    public static bool IsStrong(ReadOnlySpan<char> password) => password.Length >= 8 && (ValueLooks.ClassesOf(password) >= 3 || ValueLooks.IsRandom(password));
}
