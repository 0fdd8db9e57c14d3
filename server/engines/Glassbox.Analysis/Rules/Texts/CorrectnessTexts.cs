using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about plain mistakes say.</summary>
internal static class CorrectnessTexts
{
    public static readonly RuleInfo NotDisposed = new(
        RuleIds.NotDisposed, "NotDisposed", "Disposable object is never disposed", "Correctness", [772, 404], Severity.Warning,
        """
        The file, connection or handle behind the object stays open until the garbage collector happens to come by: files stay
        locked, buffered data may never be written, and a connection pool runs empty under load.
        """,
        "Declare it with `using`, so that it is disposed however the block is left.",
        """
        using System.IO;

        public static class Notes
        {
            public static void Save(string path, string text)
            {
                var writer = new StreamWriter(path);
                writer.Write(text);
            }
        }
        """,
        """
        using System.IO;

        public static class Notes
        {
            public static void Save(string path, string text)
            {
                using var writer = new StreamWriter(path);
                writer.Write(text);
            }
        }
        """);

    public static readonly RuleInfo LoopBound = new(
        RuleIds.LoopBound, "OffByOneBound", "Loop counter reaches the length of what it indexes", "Correctness", [193, 125], Severity.Warning,
        """
        Positions run from 0 to the length less one. At the length itself there is nothing, and the access throws
        `IndexOutOfRangeException` or `ArgumentOutOfRangeException` in the last round.
        """,
        "Compare with `<` instead of `<=`, or begin a downward loop at the length less one. `foreach` needs no bound at all.",
        """
        public static class Sums
        {
            public static int Of(int[] values)
            {
                var sum = 0;
                for (var i = 0; i <= values.Length; i++) sum += values[i];
                return sum;
            }
        }
        """,
        """
        public static class Sums
        {
            public static int Of(int[] values)
            {
                var sum = 0;
                for (var i = 0; i < values.Length; i++) sum += values[i];
                return sum;
            }
        }
        """);

    public static readonly RuleInfo NullDereference = new(
        RuleIds.NullDereference, "NullDereference", "Result that may be null is used without a check", "Correctness", [476], Severity.Warning,
        """
        `as`, `FirstOrDefault`, `Find` and their like give null when they find nothing. Using the result at once throws
        `NullReferenceException` far from the cause, in just the case that the null was meant to tell.
        """,
        """
        Check for null and say what should happen then. Where nothing found is an error, use a cast or `First`, which fail with
        a message that says so; where it is not, use `?.` or `is { } found`.
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        public static class Names
        {
            public static int LengthOfFirst(List<string> names)
            {
                var name = names.FirstOrDefault(n => n.StartsWith("A"));
                return name.Length;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        public static class Names
        {
            public static int LengthOfFirst(List<string> names)
            {
                var name = names.FirstOrDefault(n => n.StartsWith("A"));
                return name?.Length ?? 0;
            }
        }
        """);

    // No number fits exactly: the task is a return value, with the failure in it, that nobody looks at.
    public static readonly RuleInfo NotAwaited = new(
        RuleIds.NotAwaited, "NotAwaited", "Task is not awaited", "Correctness", [252, 391], Severity.Warning,
        """
        The method goes on before the work is done, and when the work fails nobody hears of it. What follows may read what is
        not yet written, and a scope that ends takes away what the task still uses.
        """,
        "Put `await` before the call. Where the work is meant to go on alone, say so with `_ = …` and handle its failures in it.",
        """
        using System.IO;
        using System.Threading.Tasks;

        public static class Log
        {
            public static async Task WriteAsync(string path, string text)
            {
                File.AppendAllTextAsync(path, text);
                await Task.Yield();
            }
        }
        """,
        """
        using System.IO;
        using System.Threading.Tasks;

        public static class Log
        {
            public static async Task WriteAsync(string path, string text)
            {
                await File.AppendAllTextAsync(path, text);
                await Task.Yield();
            }
        }
        """);
}
