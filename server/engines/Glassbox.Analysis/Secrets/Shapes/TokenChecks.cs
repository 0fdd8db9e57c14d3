using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>What the secret part of a token must look like.</summary>
internal static class TokenChecks
{
    private const int ChecksumLength = 6;

    /// <summary>No example, no pattern, and as mixed as chance makes it.</summary>
    public static TokenVerdict LooksRandom(ReadOnlySpan<char> secret) =>
        !Placeholders.IsExample(secret) && Entropy.IsEnough(secret) ? TokenVerdict.Sure : TokenVerdict.Refused;

    /// <summary>The same, with letters and digits: prefixes that words begin with, too, need more.</summary>
    public static TokenVerdict IsMixed(ReadOnlySpan<char> secret) =>
        secret.ContainsAnyInRange('0', '9') && ValueLooks.HasLetter(secret) ? LooksRandom(secret) : TokenVerdict.Refused;

    /// <summary>AWS numbers its keys in base 32. Other digits are seen in made-up keys, and may come.</summary>
    public static TokenVerdict IsAwsKey(ReadOnlySpan<char> secret)
    {
        var verdict = LooksRandom(secret);
        return verdict == TokenVerdict.Sure && secret.ContainsAnyExcept(Alphabets.Base32) ? TokenVerdict.Plausible : verdict;
    }

    /// <summary>GitHub and npm: the last six characters are the checksum of those before them.</summary>
    public static TokenVerdict EndsWithCrc32(ReadOnlySpan<char> secret)
    {
        if (LooksRandom(secret) == TokenVerdict.Refused) return TokenVerdict.Refused;
        var body = secret[..^ChecksumLength];
        // A wrong sum may be a format to come, or a token that somebody shortened.
        return secret[^ChecksumLength..].SequenceEqual(Crc32.InBase62(body, ChecksumLength)) ? TokenVerdict.Proven : TokenVerdict.Plausible;
    }

    /// <summary>OpenAI writes its name, in base64, into the middle of its keys.</summary>
    public static TokenVerdict HoldsOpenAiMark(ReadOnlySpan<char> secret)
    {
        if (secret.Contains("T3BlbkFJ", StringComparison.Ordinal)) return LooksRandom(secret);
        return IsMixed(secret) == TokenVerdict.Refused ? TokenVerdict.Refused : TokenVerdict.Plausible;
    }

    /// <summary>SendGrid: 22 characters, a dot, 43 characters.</summary>
    public static TokenVerdict IsSendGrid(ReadOnlySpan<char> secret) => secret[22] == '.' && secret.Count('.') == 1 ? IsMixed(secret) : TokenVerdict.Refused;

    /// <summary>Postman: 24 and 34 hexadecimal digits.</summary>
    public static TokenVerdict IsPostman(ReadOnlySpan<char> secret) => secret[24] == '-' && secret.Count('-') == 1 ? IsMixed(secret) : TokenVerdict.Refused;

    /// <summary>Brevo: 64 hexadecimal digits and 16 characters.</summary>
    public static TokenVerdict IsBrevo(ReadOnlySpan<char> secret) => secret[64] == '-' && !secret[..64].ContainsAnyExcept(Alphabets.LowerHex) ? IsMixed(secret) : TokenVerdict.Refused;

    /// <summary>Mailgun's newer keys: 32, 8 and 8 hexadecimal digits.</summary>
    public static TokenVerdict IsMailgun(ReadOnlySpan<char> secret) => secret.Count('-') == 2 && secret[^9] == '-' ? IsMixed(secret) : TokenVerdict.Refused;

    /// <summary>Azure AD: the fourth character is a digit.</summary>
    public static TokenVerdict IsAzureClientSecret(ReadOnlySpan<char> secret) => char.IsAsciiDigit(secret[3]) ? IsMixed(secret) : TokenVerdict.Refused;

    /// <summary>Discord: the bot's number in base64, a time, a signature.</summary>
    public static TokenVerdict IsDiscord(ReadOnlySpan<char> secret)
    {
        var first = secret.IndexOf('.');
        var rest = secret[(first + 1)..];
        var second = rest.IndexOf('.');
        if (first < 0 || second != 6 || rest.Length - second - 1 is < 27 or > 40 || rest.Count('.') != 1) return TokenVerdict.Refused;
        var number = Base64Text.Decode(secret[..first]);
        return number is { Length: >= 17 and <= 20 } && number.AsSpan().IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? LooksRandom(secret) : TokenVerdict.Refused;
    }
}
