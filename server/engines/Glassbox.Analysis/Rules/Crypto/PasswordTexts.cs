using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>What the rules about passwords say.</summary>
internal static class PasswordTexts
{
    public static readonly RuleInfo ConstantSalt = new(
        CryptoIds.ConstantSalt, "ConstantSalt", "Salt is the same for every password", "Crypto", [760], Severity.Warning,
        """
        A salt makes the hashes of equal passwords differ, so that each has to be guessed by itself. One salt for all lets a
        single table of hashes, computed once, open every account, and shows who shares a password.
        """,
        "Make a new salt for each password with `RandomNumberGenerator.GetBytes(16)` and store it beside the hash.",
        """
        using System.Security.Cryptography;

        public static class Accounts
        {
            private static readonly byte[] Salt = [3, 1, 4, 1, 5, 9, 2, 6];

            public static byte[] Hash(string password) =>
                Rfc2898DeriveBytes.Pbkdf2(password, Salt, 600_000, HashAlgorithmName.SHA256, 32);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Accounts
        {
            public static (byte[] Salt, byte[] Hash) Hash(string password)
            {
                var salt = RandomNumberGenerator.GetBytes(16);
                return (salt, Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32));
            }
        }
        """);

    public static readonly RuleInfo MissingSalt = new(
        CryptoIds.MissingSalt, "MissingSalt", "Password is hashed without a salt", "Crypto", [759, 916], Severity.Warning,
        """
        Equal passwords get equal hashes, and tables of the hashes of common passwords exist already. A plain hash is also quick
        to compute, so that billions of guesses can be tried in a second.
        """,
        "Use a function made for passwords, such as `Rfc2898DeriveBytes.Pbkdf2` or `PasswordHasher<TUser>`, with a new random salt for each.",
        """
        using System.Security.Cryptography;
        using System.Text;

        public static class Accounts
        {
            public static byte[] Hash(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password));
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Accounts
        {
            public static byte[] Hash(string password, byte[] salt) =>
                Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        }
        """);

    public static readonly RuleInfo FewIterations = new(
        CryptoIds.FewIterations, "FewIterations", "Password hash costs too little", "Crypto", [916], Severity.Warning,
        """
        When a list of hashes is stolen, the number of rounds decides how many passwords a second can be tried on it. A thousand
        rounds were meant for the computers of the year 2000.
        """,
        """
        Use 600,000 rounds of PBKDF2 with SHA-256 (210,000 with SHA-512), or bcrypt with a work factor of 12. Hashes that are
        stored already are made again when their owners log in.
        """,
        """
        using System.Security.Cryptography;

        public static class Accounts
        {
            public static byte[] Hash(string password, byte[] salt) =>
                Rfc2898DeriveBytes.Pbkdf2(password, salt, 1000, HashAlgorithmName.SHA256, 32);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Accounts
        {
            public static byte[] Hash(string password, byte[] salt) =>
                Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        }
        """);

    public static readonly RuleInfo WeakPasswordRules = new(
        CryptoIds.WeakPasswordRules, "WeakPasswordRules", "Passwords may be very short", "Crypto", [521], Severity.Warning,
        """
        Passwords of fewer than eight characters are guessed in minutes once their hashes are known, and in days through the
        login itself if nothing slows it down.
        """,
        "Ask for at least eight characters, better twelve. Length does more than rules about digits and signs.",
        """
        using Microsoft.AspNetCore.Identity;

        public static class Accounts
        {
            public static void Configure(IdentityOptions options) => options.Password.RequiredLength = 4;
        }
        """,
        """
        using Microsoft.AspNetCore.Identity;

        public static class Accounts
        {
            public static void Configure(IdentityOptions options) => options.Password.RequiredLength = 12;
        }
        """);
}
