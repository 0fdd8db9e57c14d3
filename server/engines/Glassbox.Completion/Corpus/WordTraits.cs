namespace Glassbox.Completion.Corpus;

/// <summary>What a token's text tells by itself.</summary>
[Flags]
internal enum WordTraits : byte
{
    /// <summary>An operator, or unknown.</summary>
    None = 0,

    /// <summary>A word of letters, not a number.</summary>
    Word = 1,

    /// <summary>Begins with an upper-case letter.</summary>
    Upper = 2,

    /// <summary>A keyword of C#, contextual ones included.</summary>
    CSharpKeyword = 4,

    /// <summary>A keyword of some other widespread language.</summary>
    OtherKeyword = 8,
}
