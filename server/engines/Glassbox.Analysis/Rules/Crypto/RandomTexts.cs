using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>What the rules about random values say.</summary>
internal static class RandomTexts
{
    public static readonly RuleInfo InsecureRandom = new(
        CryptoIds.InsecureRandom, "InsecureRandom", "Secret made with System.Random", "Crypto", [338, 330], Severity.Warning,
        """
        `System.Random` is made to be fast. Whoever sees a few of its values can compute its state, and with it every value that
        follows: the next reset token, the next one-time code, the next password.
        """,
        "Use `RandomNumberGenerator`: `GetBytes`, `GetHexString`, `GetString` or `GetInt32`.",
        """
        using System;

        public static class ResetLinks
        {
            public static string NewToken() => new Random().Next().ToString("x");
        }
        """,
        """
        using System.Security.Cryptography;

        public static class ResetLinks
        {
            public static string NewToken() => RandomNumberGenerator.GetHexString(32);
        }
        """);

    public static readonly RuleInfo PredictableSeed = new(
        CryptoIds.PredictableSeed, "PredictableSeed", "Generator of secrets has a seed that can be guessed", "Crypto", [336, 337], Severity.Warning,
        """
        The same seed gives the same values. A seed that stands in the source, or the time of day, is found by trying, and then
        all that was drawn and all that will be drawn is known.
        """,
        "Use `RandomNumberGenerator`, which the system seeds. A `SecureRandom` of Bouncy Castle seeds itself unless it is told not to.",
        """
        using System;

        public static class Visitors
        {
            private static readonly Random Source = new(2024);

            public static int NewResetCode() => Source.Next(100_000, 1_000_000);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Visitors
        {
            public static int NewResetCode() => RandomNumberGenerator.GetInt32(100_000, 1_000_000);
        }
        """);
}
