using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about secrets and cryptography say.</summary>
internal static class CryptoTexts
{
    public static readonly RuleInfo Credential = new(
        RuleIds.Credential, "HardCodedCredential", "Credential written into the source", "Crypto", [798], Severity.Error,
        """
        Whoever can read the repository, a package or the compiled program has the credential. It stays in the history when it
        is removed, and it cannot be changed without a release.
        """,
        """
        Read it when the program runs: from a secret store, from configuration that is not in the repository, or from an
        environment variable. Replace the credential that was here: it must count as known.
        """,
        """
        public static class Mailer
        {
            private static readonly string Password = "Tr0ub4dor&3";

            public static int Strength() => Password.Length;
        }
        """,
        """
        using System;

        public static class Mailer
        {
            private static readonly string Password = Environment.GetEnvironmentVariable("MAILER_PASSWORD")
                ?? throw new InvalidOperationException("MAILER_PASSWORD is not set.");

            public static int Strength() => Password.Length;
        }
        """);

    public static readonly RuleInfo WeakHash = new(
        RuleIds.WeakHash, "WeakHash", "Hash for which collisions can be made", "Crypto", [328, 327], Severity.Warning,
        """
        For MD5 and SHA-1 two inputs with the same hash can be computed, so that a signature or a checksum of one passes for the
        other. Hashes of passwords made with them are also guessed at billions a second.
        """,
        """
        Use SHA-256 or better. For passwords use a function made for them, such as `Rfc2898DeriveBytes.Pbkdf2` with a salt and
        many iterations. Stored hashes must be made again.
        """,
        """
        using System.Security.Cryptography;

        public static class Checksums
        {
            public static byte[] Of(byte[] data) => MD5.HashData(data);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Checksums
        {
            public static byte[] Of(byte[] data) => SHA256.HashData(data);
        }
        """);

    public static readonly RuleInfo WeakCipher = new(
        RuleIds.WeakCipher, "WeakCipher", "Cipher or mode that can be broken", "Crypto", [327], Severity.Warning,
        """
        The keys of DES can be tried out in a day; with blocks of 64 bits (DES, 3DES, RC2) long streams show their content. ECB
        turns equal blocks into equal blocks, so that patterns of the plain text stay visible.
        """,
        """
        Use `Aes` with `AesGcm` or, where another check protects the data, CBC with a fresh random IV for each message. Data
        encrypted before must be encrypted again.
        """,
        """
        using System.Security.Cryptography;

        public static class Vault
        {
            public static SymmetricAlgorithm Open() => DES.Create();
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Vault
        {
            public static SymmetricAlgorithm Open() => Aes.Create();
        }
        """);
}
