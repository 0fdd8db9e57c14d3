using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about numbers and positions say.</summary>
internal static class ArithmeticTexts
{
    public static readonly RuleInfo IntegerDivision = new(
        CorrectnessIds.IntegerDivision, "IntegerDivision", "Division of whole numbers is used as a fraction", "Correctness", [682, 1339], Severity.Warning,
        """
        Between whole numbers `/` gives a whole number and drops the rest. That the result then becomes a `double` or
        `decimal` does not bring it back: a share of 3 in 4 is 0.
        """,
        "Convert one of the operands before the division: `(double)done / total`.",
        """
        public static class Progress
        {
            public static double Share(int done, int total) => done / total;
        }
        """,
        """
        public static class Progress
        {
            public static double Share(int done, int total) => (double)done / total;
        }
        """);

    public static readonly RuleInfo LateWidening = new(
        CorrectnessIds.LateWidening, "LateWidening", "Product overflows before it becomes a long", "Correctness", [190, 681], Severity.Warning,
        """
        The product of two `int` is an `int`, also where it is stored in a `long`. Beyond two thousand million it silently
        turns into a wrong, often negative number: lengths, offsets and times go wrong with large inputs only.
        """,
        "Convert one operand first: `(long)width * height`. For a bit use `1L << n`.",
        """
        public static class Images
        {
            public static long Bytes(int width, int height) => width * height;
        }
        """,
        """
        public static class Images
        {
            public static long Bytes(int width, int height) => (long)width * height;
        }
        """);

    public static readonly RuleInfo ShiftTooFar = new(
        CorrectnessIds.ShiftTooFar, "ShiftTooFar", "Shift by as many bits as there are", "Correctness", [1335, 682], Severity.Warning,
        """
        Of the number of bits to shift by only the lower five count for an `int`, the lower six for a `long`. A shift by 32
        shifts an `int` by nothing at all and gives the value itself instead of 0.
        """,
        "Convert the value to a wider type before the shift, or correct the number of bits.",
        """
        public static class Words
        {
            public static int High(int value) => value >> 32;
        }
        """,
        """
        public static class Words
        {
            public static int High(long value) => (int)(value >> 32);
        }
        """);

    public static readonly RuleInfo IndexOfPositive = new(
        CorrectnessIds.IndexOfPositive, "IndexOfPositive", "First position is taken for not found", "Correctness", [193, 697], Severity.Warning,
        """
        A search gives -1 where it finds nothing, and 0 where what was sought stands at the very beginning. The comparison
        with 0 leaves out just that case.
        """,
        "Compare with `>= 0`, or ask with `Contains`.",
        """
        using System.Collections.Generic;

        public static class Guests
        {
            public static bool IsInvited(List<string> names, string name) => names.IndexOf(name) > 0;
        }
        """,
        """
        using System.Collections.Generic;

        public static class Guests
        {
            public static bool IsInvited(List<string> names, string name) => names.Contains(name);
        }
        """);

    public static readonly RuleInfo PastTheEnd = new(
        CorrectnessIds.PastTheEnd, "PastTheEnd", "Index or length reaches past the end", "Correctness", [193, 125], Severity.Error,
        """
        Positions run from 0 to the length less one, and a part that does not begin at 0 is shorter than the whole. The access
        throws `IndexOutOfRangeException` or `ArgumentOutOfRangeException` whenever it is reached.
        """,
        """
        The last element is `values[^1]`. The rest from a position on is `text[start..]` or `text.Substring(start)`.
        """,
        """
        public static class Values
        {
            public static int Last(int[] values) => values[values.Length];
        }
        """,
        """
        public static class Values
        {
            public static int Last(int[] values) => values[values.Length - 1];
        }
        """);
}
