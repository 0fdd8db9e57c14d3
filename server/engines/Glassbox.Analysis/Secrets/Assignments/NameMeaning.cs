namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>What a name says about its value.</summary>
internal enum NameMeaning
{
    /// <summary>Nothing, or that it is about a secret but none itself: "passwordHash", "tokenType".</summary>
    None,

    /// <summary>A password: people choose them, any value will do.</summary>
    Password,

    /// <summary>A key or a token: made by a generator, and looks so.</summary>
    Token,
}
