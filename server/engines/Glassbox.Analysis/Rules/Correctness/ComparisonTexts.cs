using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about equality say.</summary>
internal static class ComparisonTexts
{
    public static readonly RuleInfo ReferenceComparison = new(
        CorrectnessIds.ReferenceComparison, "ReferenceComparison", "Values are compared as objects", "Correctness", [595, 597], Severity.Warning,
        """
        Where a side is typed as `object`, `==` asks whether both are the same object. Two equal texts may be two objects, and
        every boxed number is a new one, so that the answer depends on where the values came from.
        """,
        """
        Use `Equals`, a pattern such as `is "yes"`, or give both sides the type that they have.
        """,
        """
        public static class Answers
        {
            public static bool IsYes(object answer) => answer == "yes";
        }
        """,
        """
        public static class Answers
        {
            public static bool IsYes(object answer) => answer is "yes";
        }
        """);

    public static readonly RuleInfo EqualsWithoutHashCode = new(
        CorrectnessIds.EqualsWithoutHashCode, "EqualsWithoutHashCode", "Equals is overridden, GetHashCode is not", "Correctness", [581], Severity.Warning,
        """
        Dictionaries, sets, `Distinct` and `GroupBy` look at the hash code first. Equal objects with different hash codes are
        not found there, or are kept twice.
        """,
        """
        Override `GetHashCode` with the same members that `Equals` compares, for example with `HashCode.Combine`. A record
        does both by itself.
        """,
        """
        public sealed class Tag
        {
            public string Text { get; init; } = "";

            public override bool Equals(object? obj) => obj is Tag other && other.Text == Text;
        }
        """,
        """
        public sealed class Tag
        {
            public string Text { get; init; } = "";

            public override bool Equals(object? obj) => obj is Tag other && other.Text == Text;

            public override int GetHashCode() => Text.GetHashCode();
        }
        """);

    public static readonly RuleInfo IncomparableEquals = new(
        CorrectnessIds.IncomparableEquals, "IncomparableEquals", "Equals between types that are never equal", "Correctness", [1024, 570], Severity.Warning,
        """
        The argument is taken as an `object`, and an object of another type is never equal, whatever it holds. The compiler
        accepts it, and the comparison is always false.
        """,
        """
        Convert one side to the type of the other before comparing. With `==` the compiler says when the types do not fit.
        """,
        """
        using System;

        public static class Homes
        {
            public static bool IsHome(Guid id, string text) => id.Equals(text);
        }
        """,
        """
        using System;

        public static class Homes
        {
            public static bool IsHome(Guid id, string text) => id == Guid.Parse(text);
        }
        """);

    public static readonly RuleInfo CultureComparison = new(
        CorrectnessIds.CultureComparison, "CultureComparison", "Case is ignored by the rules of the user's language", "Correctness", [178, 697], Severity.Information,
        """
        Under a Turkish culture `"ID".ToLower()` is not `"id"`, and `string.Compare` takes different texts for equal in
        several languages. Names, keys, roles and schemes then match on one machine and not on another.
        """,
        "Use `string.Equals(a, b, StringComparison.OrdinalIgnoreCase)`, which also makes no copies.",
        """
        public static class Roles
        {
            public static bool IsAdmin(string role) => role.ToLower() == "admin";
        }
        """,
        """
        using System;

        public static class Roles
        {
            public static bool IsAdmin(string role) => string.Equals(role, "admin", StringComparison.OrdinalIgnoreCase);
        }
        """);

    public static readonly RuleInfo FloatEquality = new(
        CorrectnessIds.FloatEquality, "FloatEquality", "Computed fractions are compared for equality", "Correctness", [1077, 697], Severity.Information,
        """
        Most decimal fractions have no exact binary form, so that every step of a computation rounds. 0.1 + 0.2 is not 0.3,
        and two ways to the same result differ in the last digits.
        """,
        """
        Ask whether the difference is smaller than what matters, or compute with `decimal` where the values are decimal by
        nature, such as money.
        """,
        """
        public static class Sums
        {
            public static bool Fits(double first, double second, double sum) => first + second == sum;
        }
        """,
        """
        using System;

        public static class Sums
        {
            public static bool Fits(double first, double second, double sum) => Math.Abs(first + second - sum) < 1e-9;
        }
        """);
}
