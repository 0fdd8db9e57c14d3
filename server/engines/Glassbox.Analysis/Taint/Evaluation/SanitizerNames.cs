using Glassbox.Analysis.Taint.Values;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>What a method must be taken to make harmless where only its name says so: an encoder for one context is none for another.</summary>
internal static class SanitizerNames
{
    private static readonly (string Word, Harms Harms)[] Contexts =
    [
        ("Html", Harms.Html), ("Xss", Harms.Html), ("JavaScript", Harms.Html), ("Css", Harms.Html), ("Markup", Harms.Html),
        ("Url", Harms.Redirect | Harms.Path | Harms.Html | Harms.Header), ("Uri", Harms.Redirect | Harms.Path | Harms.Html | Harms.Header),
        ("Ldap", Harms.Ldap), ("XPath", Harms.XPath), ("Xml", Harms.Xml | Harms.XPath | Harms.Html), ("Sql", Harms.Sql), ("Identifier", Harms.Sql),
        ("Regex", Harms.Regex), ("Log", Harms.Log), ("Shell", Harms.Command), ("Command", Harms.Command), ("Header", Harms.Header),
        ("FileName", Harms.Path | Harms.Dots), ("Path", Harms.Path | Harms.Dots),
    ];

    /// <summary>The harms that a call takes away, as far as its name and its type's name say; none for other names.</summary>
    public static Harms Of(string method, string? type)
    {
        // What was hashed, encrypted or struck out tells nothing any more.
        if (Says(method, "Hash") || Says(method, "Encrypt") || Says(method, "Mask") || Says(method, "Redact") || (Says(method, "Protect") && !Says(method, "Unprotect"))) return Harms.Outward;
        if (!Says(method, "Encode") && !Says(method, "Escape") && !Says(method, "Sanitize") && !Says(method, "Sanitise") && !Says(method, "Quote")) return Harms.None;
        if (Says(method, "Decode") || Says(method, "Unescape") || Says(method, "Unquote")) return Harms.None;
        var harms = Harms.None;
        foreach (var (word, harm) in Contexts)
        {
            if (Says(method, word)) harms |= harm;
        }

        if (harms != Harms.None || type is null) return harms;
        foreach (var (word, harm) in Contexts)
        {
            if (Says(type, word)) harms |= harm;
        }

        return harms;
    }

    private static bool Says(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
}
