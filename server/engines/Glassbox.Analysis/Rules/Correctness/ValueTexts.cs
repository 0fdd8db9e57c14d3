using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about values, results and arguments say.</summary>
internal static class ValueTexts
{
    public static readonly RuleInfo UncheckedReturn = new(
        CorrectnessIds.UncheckedReturn, "UncheckedReturn", "Result that matters is dropped", "Correctness", [252, 253], Severity.Warning,
        """
        The method changes nothing, so that a call without its result does nothing: strings, dates and immutable collections
        give back the changed copy. Or the result says how much was read, or whether a lock was taken at all.
        """,
        "Store or return the result, or look at it. For reading exactly so many bytes use `ReadExactly`.",
        """
        public static class Names
        {
            public static string Clean(string name)
            {
                name.Trim();
                return name;
            }
        }
        """,
        """
        public static class Names
        {
            public static string Clean(string name)
            {
                name = name.Trim();
                return name;
            }
        }
        """);

    public static readonly RuleInfo DeadStore = new(
        CorrectnessIds.DeadStore, "DeadStore", "Stored value is never read", "Correctness", [563], Severity.Warning,
        """
        Something was computed and stored, and then overwritten or left. Mostly another variable was meant, or the step that
        uses the value was forgotten.
        """,
        """
        Use the value, store it where it is read, or remove the computation. Where only its effect matters, write `_ = …`.
        """,
        """
        using System.Linq;

        public static class Totals
        {
            public static int Of(int[] prices, int[] fees)
            {
                var total = prices.Sum();
                total = fees.Sum();
                return total;
            }
        }
        """,
        """
        using System.Linq;

        public static class Totals
        {
            public static int Of(int[] prices, int[] fees)
            {
                var total = prices.Sum();
                total += fees.Sum();
                return total;
            }
        }
        """);

    public static readonly RuleInfo UnusedPrivateMethod = new(
        CorrectnessIds.UnusedPrivateMethod, "UnusedPrivateMethod", "Private method is never called", "Correctness", [561], Severity.Information,
        """
        Nobody outside can call it, and nobody inside does. A call was lost in a change, or the method outlived its purpose
        and is read and maintained for nothing.
        """,
        "Put the call back where it belongs, or remove the method.",
        """
        public static class Prices
        {
            public static decimal Gross(decimal net) => net * 1.19m;

            private static decimal Rounded(decimal price) => decimal.Round(price, 2);
        }
        """,
        """
        public static class Prices
        {
            public static decimal Gross(decimal net) => Rounded(net * 1.19m);

            private static decimal Rounded(decimal price) => decimal.Round(price, 2);
        }
        """);

    public static readonly RuleInfo MixedClocks = new(
        CorrectnessIds.MixedClocks, "MixedClocks", "Local and universal time are mixed", "Correctness", [682, 697], Severity.Information,
        """
        `DateTime` compares and subtracts the bare figures, whatever zone they are meant in. Between local and universal time
        the result is off by the offset of the zone, which differs between machines and changes twice a year.
        """,
        """
        Use `DateTime.UtcNow` for everything that is stored or compared, or `DateTimeOffset`, which knows its offset.
        """,
        """
        using System;

        public static class Sessions
        {
            public static TimeSpan Age(DateTime createdUtc) => DateTime.Now - createdUtc;
        }
        """,
        """
        using System;

        public static class Sessions
        {
            public static TimeSpan Age(DateTime createdUtc) => DateTime.UtcNow - createdUtc;
        }
        """);

    public static readonly RuleInfo WrongArgumentOrder = new(
        CorrectnessIds.WrongArgumentOrder, "WrongArgumentOrder", "Arguments stand in one another's place", "Correctness", [683, 628], Severity.Warning,
        """
        Both parameters have the same type, so that the compiler does not notice. The names say that each argument was meant
        for the other parameter.
        """,
        "Swap the arguments, or write the names of the parameters: `width: width, height: height`.",
        """
        public static class Boxes
        {
            public static string Show(int width, int height) => $"{width} x {height}";

            public static string Label(int width, int height) => "Box of " + Show(height, width);
        }
        """,
        """
        public static class Boxes
        {
            public static string Show(int width, int height) => $"{width} x {height}";

            public static string Label(int width, int height) => "Box of " + Show(width, height);
        }
        """);

    public static readonly RuleInfo FormatArguments = new(
        CorrectnessIds.FormatArguments, "FormatArguments", "Format does not fit its values", "Correctness", [685, 628], Severity.Warning,
        """
        A format that asks for a value that is not there throws `FormatException` when it is used, often only in the branch
        that reports a failure. Values for which there is no hole are left out silently.
        """,
        """
        Give as many values as the highest number asks for, or use an interpolated string, which the compiler checks.
        """,
        """
        public static class Progress
        {
            public static string Show(int done, int total) => string.Format("{0} of {1}", done);
        }
        """,
        """
        public static class Progress
        {
            public static string Show(int done, int total) => string.Format("{0} of {1}", done, total);
        }
        """);
}
