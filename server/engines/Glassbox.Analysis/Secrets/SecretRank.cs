namespace Glassbox.Analysis.Secrets;

/// <summary>How much a kind says about its secret. Of two matches that overlap the higher one is told.</summary>
internal enum SecretRank
{
    /// <summary>Only the name beside it says that the value is secret.</summary>
    Generic,

    /// <summary>The place says it: an address, a connection string, a header, a file of credentials.</summary>
    Format,

    /// <summary>The shape says it, and whose it is.</summary>
    Vendor,

    /// <summary>A block of text that holds a whole key.</summary>
    Block,
}
