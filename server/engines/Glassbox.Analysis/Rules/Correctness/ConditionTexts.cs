using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about conditions and assignments say.</summary>
internal static class ConditionTexts
{
    public static readonly RuleInfo SelfAssignment = new(
        CorrectnessIds.SelfAssignment, "SelfAssignment", "Variable is assigned to itself", "Correctness", [1164, 480], Severity.Warning,
        """
        Nothing happens. Mostly the other side was meant to be something else: a field that is hidden by a parameter of the
        same name keeps its old value, and the parameter's value is lost.
        """,
        "Name what was meant. Where a parameter hides the field, write `this.` before the field.",
        """
        public sealed class Order
        {
            private int count;

            public Order(int count)
            {
                count = count;
            }

            public int Count => count;
        }
        """,
        """
        public sealed class Order
        {
            private int count;

            public Order(int count)
            {
                this.count = count;
            }

            public int Count => count;
        }
        """);

    public static readonly RuleInfo SelfComparison = new(
        CorrectnessIds.SelfComparison, "SelfComparison", "Both sides of an operator are the same", "Correctness", [571, 570], Severity.Warning,
        """
        The outcome is known before the program runs: always true, always false, always zero. One of the two names was copied
        and never changed, so that what should be compared is not.
        """,
        "Put in what was meant on the one side. Where the outcome really is constant, write the constant.",
        """
        public static class Ranges
        {
            public static bool IsEmpty(int first, int last) => first > first;
        }
        """,
        """
        public static class Ranges
        {
            public static bool IsEmpty(int first, int last) => first > last;
        }
        """);

    public static readonly RuleInfo SameBranches = new(
        CorrectnessIds.SameBranches, "SameBranches", "Both branches do the same", "Correctness", [1164], Severity.Warning,
        """
        The condition decides nothing. Either one branch was copied and its change forgotten, so that one of the two cases is
        handled wrongly, or the decision is no longer needed.
        """,
        """
        Give the branch what its case needs, or leave the condition out. Where both are equal on purpose, say why in a
        comment.
        """,
        """
        public static class Fees
        {
            public static int For(bool isMember, int price)
            {
                if (isMember) return price;
                else return price;
            }
        }
        """,
        """
        public static class Fees
        {
            public static int For(bool isMember, int price)
            {
                if (isMember) return price - 5;
                else return price;
            }
        }
        """);

    public static readonly RuleInfo RepeatedCondition = new(
        CorrectnessIds.RepeatedCondition, "RepeatedCondition", "Condition was asked before", "Correctness", [561, 571], Severity.Warning,
        """
        In a chain of `else if` the second of two equal conditions is never reached with the answer yes, so that its branch is
        dead. In a chain of `&&` or `||` a repeated operand adds nothing: mostly another one was meant.
        """,
        "Write the condition that was meant, or remove the repetition together with its branch.",
        """
        public static class Names
        {
            public static string Of(int code)
            {
                if (code == 1) return "one";
                else if (code == 2) return "two";
                else if (code == 2) return "three";
                return "many";
            }
        }
        """,
        """
        public static class Names
        {
            public static string Of(int code)
            {
                if (code == 1) return "one";
                else if (code == 2) return "two";
                else if (code == 3) return "three";
                return "many";
            }
        }
        """);

    public static readonly RuleInfo AssignmentInCondition = new(
        CorrectnessIds.AssignmentInCondition, "AssignmentInCondition", "Condition assigns instead of comparing", "Correctness", [481], Severity.Warning,
        """
        A single `=` gives the variable a new value and then asks for that value. The old one, which was to be tested, is
        lost, and the branch is taken or left whatever it was.
        """,
        """
        Compare with `==`, or name the variable alone: `if (isOpen)`. Where the assignment is meant, put it before the
        condition.
        """,
        """
        public static class Labels
        {
            public static string Of(bool isOpen)
            {
                if (isOpen = true) return "open";
                return "closed";
            }
        }
        """,
        """
        public static class Labels
        {
            public static string Of(bool isOpen)
            {
                if (isOpen) return "open";
                return "closed";
            }
        }
        """);

    public static readonly RuleInfo ConstantCondition = new(
        CorrectnessIds.ConstantCondition, "ConstantCondition", "Condition always has the same outcome", "Correctness", [570, 571], Severity.Warning,
        """
        No value is below one bound and above another one, and every value differs from one of two constants. `&&` and `||`
        were confused, a bound is on the wrong side, or a number that is never negative is asked whether it is.
        """,
        """
        Use `||` between conditions that exclude one another and `&&` between two that something must differ from, and look at
        the bounds again.
        """,
        """
        public static class Office
        {
            public static bool IsClosed(int hour) => hour < 8 && hour > 18;
        }
        """,
        """
        public static class Office
        {
            public static bool IsClosed(int hour) => hour < 8 || hour > 18;
        }
        """);

    public static readonly RuleInfo StrayEmptyStatement = new(
        CorrectnessIds.StrayEmptyStatement, "StrayEmptyStatement", "Semicolon ends a condition or a loop before its block", "Correctness", [483], Severity.Warning,
        """
        The semicolon is a statement of its own, the empty one, and it is all that the condition or the loop governs. The
        block after it looks as if it belonged to it, but runs once and always.
        """,
        "Remove the semicolon. Where nothing is to be done, write an empty block with a comment.",
        """
        public static class Numbers
        {
            public static int Positive(int n)
            {
                if (n < 0);
                {
                    n = 0;
                }

                return n;
            }
        }
        """,
        """
        public static class Numbers
        {
            public static int Positive(int n)
            {
                if (n < 0)
                {
                    n = 0;
                }

                return n;
            }
        }
        """);

    public static readonly RuleInfo WrongNullCheck = new(
        CorrectnessIds.WrongNullCheck, "WrongNullCheck", "Null check guards the wrong case", "Correctness", [476], Severity.Error,
        """
        The value is used just where it is null: after `== null &&`, after `!= null ||`, in the branch for null, or on the
        other side of `&` and `|`, which evaluate both sides. The case that the check was written for throws
        `NullReferenceException`.
        """,
        "After `== null` comes `||`, after `!= null` comes `&&`. Use the value in the branch where it is there.",
        """
        public static class Names
        {
            public static bool IsShort(string? name) => name == null && name.Length < 3;
        }
        """,
        """
        public static class Names
        {
            public static bool IsShort(string? name) => name == null || name.Length < 3;
        }
        """);

    public static readonly RuleInfo NullCheckAfterUse = new(
        CorrectnessIds.NullCheckAfterUse, "NullCheckAfterUse", "Null check comes after the use", "Correctness", [476], Severity.Warning,
        """
        Where the value is null the use before has already thrown, and the check is never reached. Either the value cannot be
        null and the check misleads, or it can and the check is too late.
        """,
        "Check before the first use, or leave the check out where null is impossible.",
        """
        public static class Texts
        {
            public static int Width(string? text)
            {
                var width = text.Length;
                if (text == null) return 0;
                return width;
            }
        }
        """,
        """
        public static class Texts
        {
            public static int Width(string? text)
            {
                if (text == null) return 0;
                return text.Length;
            }
        }
        """);

    public static readonly RuleInfo IncompleteSwitch = new(
        CorrectnessIds.IncompleteSwitch, "IncompleteSwitch", "Switch leaves out members of an enumeration", "Correctness", [478], Severity.Information,
        """
        The forgotten member falls through silently and leaves whatever was there before. Most members are handled, so this
        one was likely overlooked or added later.
        """,
        "Handle the member, or add a `default` that says what should happen with the rest, if only that it throws.",
        """
        public enum Season
        {
            Spring,
            Summer,
            Autumn,
            Winter,
        }

        public static class Colors
        {
            public static string Of(Season season)
            {
                var color = "";
                switch (season)
                {
                    case Season.Spring: color = "green"; break;
                    case Season.Summer: color = "yellow"; break;
                    case Season.Autumn: color = "brown"; break;
                }

                return color;
            }
        }
        """,
        """
        public enum Season
        {
            Spring,
            Summer,
            Autumn,
            Winter,
        }

        public static class Colors
        {
            public static string Of(Season season)
            {
                var color = "";
                switch (season)
                {
                    case Season.Spring: color = "green"; break;
                    case Season.Summer: color = "yellow"; break;
                    case Season.Autumn: color = "brown"; break;
                    case Season.Winter: color = "white"; break;
                }

                return color;
            }
        }
        """);
}
