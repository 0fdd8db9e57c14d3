namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>How often a password must be hashed so that guessing it costs something.</summary>
internal static class Iterations
{
    /// <summary>Rounds of PBKDF2. The advice for new programs is two to fourteen times as many, by hash; this is what is left of doubt.</summary>
    public const int Fewest = 100_000;

    /// <summary>Cost of bcrypt, as a power of two.</summary>
    public const int LowestWorkFactor = 10;

    public static readonly string[] Pbkdf2Owners =
        ["System.Security.Cryptography.Rfc2898DeriveBytes", "Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation"];
}
