namespace Glassbox.Analysis.Secrets.Values;

/// <summary>What a value looks like to somebody who does not know what it means.</summary>
internal static class ValueLooks
{
    private const int HumpsOfChance = 4;

    public static bool HasLetter(ReadOnlySpan<char> text) => text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z');

    public static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

    public static bool HasLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character)) return true;
        }

        return false;
    }

    public static bool HasWhiteSpace(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character)) return true;
        }

        return false;
    }

    public static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character)) return false;
        }

        return text.Length > 0;
    }

    public static bool IsUuid(ReadOnlySpan<char> text) => text.Length == 36 && Guid.TryParseExact(text, "D", out _);

    public static bool IsLettersOnly(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetter(character)) return false;
        }

        return text.Length > 0;
    }

    /// <summary>Words with separators between them, and no digit: "user_password", "Auth:ApiKey", "Enter-it".</summary>
    public static bool IsWords(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetter(character) && !IsSeparator(character)) return false;
        }

        return text.Length > 0;
    }

    /// <summary>Words and small numbers: "oauth2-token", "my.app.v1", "build-2024".</summary>
    public static bool IsNameLike(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsSeparator(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            var letters = at - start;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            var digits = at - start - letters;
            if (digits > (letters > 0 ? 2 : 4) || (at < text.Length && !IsSeparator(text[at]))) return false;
        }

        return true;
    }

    /// <summary>A path or an address.</summary>
    public static bool IsLocation(ReadOnlySpan<char> text) =>
        text[0] is '/' or '~' || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal)
        || (text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] == '\\');

    /// <summary>A version, or a range that begins with one: "^1.7.1", "2.0.0-beta.3".</summary>
    public static bool IsVersion(ReadOnlySpan<char> text)
    {
        var number = text.TrimStart("^~<>=v*");
        var digits = number.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || digits + 1 >= number.Length || number[digits] != '.' || !char.IsAsciiDigit(number[digits + 1])) return false;
        foreach (var character in number)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '-' or '+')) return false;
        }

        return true;
    }

    /// <summary>Letters that change their case more often than words do.</summary>
    public static bool HasManyHumps(ReadOnlySpan<char> text)
    {
        var humps = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterLower(text[at - 1])) humps++;
        }

        return text.Length >= 12 && humps >= HumpsOfChance && Entropy.IsEnough(text);
    }

    /// <summary>Something that a generator made, not a person: letters and digits without order.</summary>
    public static bool IsRandom(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || IsNameLike(text)) return IsLettersOnly(text) && text.Length >= 20 && HasManyHumps(text);
        return HasLetter(text) && HasDigit(text) && Entropy.IsEnough(text);
    }

    /// <summary>How many of lower case, upper case, digits and others a password has.</summary>
    public static int ClassesOf(ReadOnlySpan<char> text)
    {
        var (lower, upper, digit, other) = (0, 0, 0, 0);
        foreach (var character in text)
        {
            if (char.IsLower(character)) lower = 1;
            else if (char.IsUpper(character)) upper = 1;
            else if (char.IsDigit(character)) digit = 1;
            else other = 1;
        }

        return lower + upper + digit + other;
    }

    private static bool IsSeparator(char character) => character is '.' or '_' or '-' or ':' or '/' or ' ';
}
