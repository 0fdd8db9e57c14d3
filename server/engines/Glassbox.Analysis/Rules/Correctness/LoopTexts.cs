using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about loops and recursion say.</summary>
internal static class LoopTexts
{
    public static readonly RuleInfo MultipleEnumeration = new(
        CorrectnessIds.MultipleEnumeration, "MultipleEnumeration", "Query runs each time it is read", "Correctness", [1176], Severity.Information,
        """
        A query is not a list: it runs from the beginning whenever somebody goes through it. Twice the work, twice the calls
        to the database, and perhaps two different answers.
        """,
        "Keep the result with `ToList()` or `ToArray()` where it is read more than once.",
        """
        using System.Linq;

        public static class Values
        {
            public static string Describe(int[] values)
            {
                var large = values.Where(value => value > 10);
                var count = large.Count();
                return $"{count}: {large.Sum()}";
            }
        }
        """,
        """
        using System.Linq;

        public static class Values
        {
            public static string Describe(int[] values)
            {
                var large = values.Where(value => value > 10).ToList();
                var count = large.Count;
                return $"{count}: {large.Sum()}";
            }
        }
        """);

    public static readonly RuleInfo CapturedLoopVariable = new(
        CorrectnessIds.CapturedLoopVariable, "CapturedLoopVariable", "Lambda that runs later shares the loop's counter", "Correctness", [362, 567], Severity.Warning,
        """
        A `for` loop has one counter for all rounds, and a lambda keeps the variable, not its value. When it runs, the loop
        has gone on or ended: most lambdas see the last value, and with threads any value at all.
        """,
        "Copy the counter to a variable within the loop and use that one in the lambda.",
        """
        using System;
        using System.Collections.Generic;

        public static class Counters
        {
            public static List<Func<int>> Make()
            {
                var all = new List<Func<int>>();
                for (var i = 0; i < 3; i++) all.Add(() => i);
                return all;
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;

        public static class Counters
        {
            public static List<Func<int>> Make()
            {
                var all = new List<Func<int>>();
                for (var i = 0; i < 3; i++)
                {
                    var round = i;
                    all.Add(() => round);
                }

                return all;
            }
        }
        """);

    public static readonly RuleInfo ModifiedWhileEnumerated = new(
        CorrectnessIds.ModifiedWhileEnumerated, "ModifiedWhileEnumerated", "Collection is changed while it is enumerated", "Correctness", [664], Severity.Error,
        """
        The next step of the `foreach` throws `InvalidOperationException`. It goes well only where the change happens in the
        last round, so that tests may miss it.
        """,
        "Go through a copy (`ToList()`), collect what is to change and change it afterwards, or use `RemoveAll`.",
        """
        using System.Collections.Generic;

        public static class Names
        {
            public static void Clean(List<string> names)
            {
                foreach (var name in names)
                {
                    if (name.Length == 0) names.Remove(name);
                }
            }
        }
        """,
        """
        using System.Collections.Generic;

        public static class Names
        {
            public static void Clean(List<string> names) => names.RemoveAll(name => name.Length == 0);
        }
        """);

    public static readonly RuleInfo InfiniteRecursion = new(
        CorrectnessIds.InfiniteRecursion, "InfiniteRecursion", "Member always calls itself", "Correctness", [674], Severity.Error,
        """
        Every call begins the next one before anything can end it. The stack overflows, and that ends the process: no `catch`
        helps.
        """,
        "Read or call what was meant: the field behind the property, the other overload, the base class.",
        """
        public sealed class Person
        {
            private string name = "";

            public string Name
            {
                get => Name;
                set => name = value;
            }
        }
        """,
        """
        public sealed class Person
        {
            private string name = "";

            public string Name
            {
                get => name;
                set => name = value;
            }
        }
        """);

    public static readonly RuleInfo InfiniteLoop = new(
        CorrectnessIds.InfiniteLoop, "InfiniteLoop", "Nothing in the loop changes its condition", "Correctness", [835], Severity.Warning,
        """
        Once begun the loop never ends and keeps a processor busy for nothing. A step was forgotten, goes into the wrong
        direction, or changes another variable.
        """,
        "Change in each round what the condition asks for, or leave the loop with `break`.",
        """
        public static class Digits
        {
            public static int Count(int number)
            {
                var count = 0;
                while (number > 0)
                {
                    count++;
                }

                return count;
            }
        }
        """,
        """
        public static class Digits
        {
            public static int Count(int number)
            {
                var count = 0;
                while (number > 0)
                {
                    count++;
                    number /= 10;
                }

                return count;
            }
        }
        """);

    public static readonly RuleInfo StringConcatInLoop = new(
        CorrectnessIds.StringConcatInLoop, "StringConcatInLoop", "Text is copied whole in every round", "Correctness", [1046], Severity.Information,
        """
        A string never changes, so that adding to it copies all of it. A thousand rounds copy half a million times the length
        of one part.
        """,
        "Collect the parts in a `StringBuilder`, or join them at once with `string.Join` or `string.Concat`.",
        """
        using System.Collections.Generic;

        public static class Lines
        {
            public static string Join(IEnumerable<string> lines)
            {
                var text = "";
                foreach (var line in lines) text += line;
                return text;
            }
        }
        """,
        """
        using System.Collections.Generic;

        public static class Lines
        {
            public static string Join(IEnumerable<string> lines) => string.Concat(lines);
        }
        """);

    public static readonly RuleInfo RandomInLoop = new(
        CorrectnessIds.RandomInLoop, "RandomInLoop", "Generator of random numbers is made in a loop", "Correctness", [335], Severity.Information,
        """
        A generator with a fixed seed gives the same first number in every round. One without costs more to make than the
        number is worth, and on .NET Framework those made in quick succession begin with the same seed.
        """,
        "Make one generator before the loop, or use `Random.Shared`.",
        """
        using System;

        public static class Dice
        {
            public static int[] Roll(int count)
            {
                var dice = new int[count];
                for (var i = 0; i < count; i++) dice[i] = new Random().Next(1, 7);
                return dice;
            }
        }
        """,
        """
        using System;

        public static class Dice
        {
            public static int[] Roll(int count)
            {
                var dice = new int[count];
                for (var i = 0; i < count; i++) dice[i] = Random.Shared.Next(1, 7);
                return dice;
            }
        }
        """);
}
