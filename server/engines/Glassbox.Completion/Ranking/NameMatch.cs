namespace Glassbox.Completion.Ranking;

/// <summary>How well a name fits what is typed; the better the greater.</summary>
internal enum NameMatch
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The typed letters occur in order.</summary>
    Subsequence,

    /// <summary>They occur together.</summary>
    Substring,

    /// <summary>They begin the name's humps: <c>sb</c> for <c>StringBuilder</c>.</summary>
    Humps,

    /// <summary>They begin the name, in other case.</summary>
    PrefixIgnoringCase,

    /// <summary>They begin the name.</summary>
    Prefix,

    /// <summary>They are the name. Nothing typed counts as this, so that it favours no one.</summary>
    Exact,
}
