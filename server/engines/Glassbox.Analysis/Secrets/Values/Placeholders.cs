using System.Buffers;

namespace Glassbox.Analysis.Secrets.Values;

/// <summary>Values that stand where a secret will be, or show what one looks like.</summary>
internal static class Placeholders
{
    private const double PatternShare = 0.7;
    private const int LongestPattern = 256;

    // Long enough not to stand in a random text by chance.
    private static readonly SearchValues<string> ExampleWords = SearchValues.Create(
        ["example", "xxxx", "****", "....", "dummy", "placeholder", "redacted", "changeme", "change_me", "change-me", "your_", "your-", "yourtoken", "yourkey", "sample", "notreal", "fake", "qwerty"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "example", "sample", "xxx", "***", "...", "dummy", "placeholder", "redacted", "masked", "changeme", "change_me", "change-me", "changeit", "change_this", "change-this", "changethis", "your",
            "replace", "insert", "todo", "fixme", "fake", "foobar", "notreal", "not-real", "not_real", "goes-here", "goes_here", "goeshere", "_here", "-here", "enter-", "enter_", "put-", "put_", "some-",
            "some_", "mysecret", "my-secret", "my_secret", "mypassword", "my-password", "my_password", "mytoken", "my-token", "my_token", "myapi", "my-api", "my_api", "mykey", "my-key", "my_key",
            "supersecret", "super-secret", "super_secret", "undefined", "qwerty", "lorem", "test1", "testing", "-test", "_test", "test-", "test_",
        ],
        StringComparison.OrdinalIgnoreCase);

    // As the whole value.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeValues = new HashSet<string>(
        [
            "none", "null", "nil", "empty", "string", "text", "secret", "token", "value", "test", "tests", "password", "passwd", "passphrase", "pass", "pwd", "apikey", "api-key", "api_key", "key", "credential",
            "credentials", "integrated", "true", "false", "yes", "no", "on", "off", "optional", "required", "hidden", "input", "default", "demo", "user", "username", "name", "abc", "foo", "bar", "baz",
            "auto", "unset", "unknown", "invalid", "prompt", "plain", "encrypted", "autogenerate",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for tokens of documentation. Narrow: the shape of the token speaks for it already.</summary>
    public static bool IsExample(ReadOnlySpan<char> text) => text.IndexOfAny(ExampleWords) >= 0 || IsPattern(text);

    /// <summary>True for values that nobody would use. Wide: only a name speaks for the value.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> text) =>
        WholeValues.Contains(text.Trim("_-<>[](){}#@$%!")) || text.IndexOfAny(Words) >= 0 || IsPattern(text) || !ValueLooks.HasLetterOrDigit(text);

    /// <summary>True for 1234567890, abcdef, aaaa, a1b2c3 and abcabcabc.</summary>
    public static bool IsPattern(ReadOnlySpan<char> text)
    {
        if (text.Length < 4) return true;
        if (text.Length > LongestPattern) text = text[..LongestPattern];
        return HasFewCharacters(text) || IsSequence(text) || IsRepeated(text);
    }

    private static bool HasFewCharacters(ReadOnlySpan<char> text)
    {
        var most = text.Length >= 16 ? 4 : 2;
        Span<char> seen = stackalloc char[4];
        var count = 0;
        foreach (var character in text)
        {
            if (seen[..count].Contains(character)) continue;
            if (count == most) return false;
            seen[count++] = character;
        }

        return true;
    }

    private static bool IsSequence(ReadOnlySpan<char> text)
    {
        var steps = 0;
        var risesByTwo = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (Math.Abs(text[at] - text[at - 1]) <= 1) steps++;
            if (at > 1 && text[at] - text[at - 2] == 1) risesByTwo++;
        }

        return steps >= PatternShare * (text.Length - 1) || risesByTwo >= PatternShare * (text.Length - 2);
    }

    private static bool IsRepeated(ReadOnlySpan<char> text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text[period..].SequenceEqual(text[..^period])) return true;
        }

        return false;
    }
}
