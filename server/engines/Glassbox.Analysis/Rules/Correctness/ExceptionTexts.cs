using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about exceptions say.</summary>
internal static class ExceptionTexts
{
    public static readonly RuleInfo SwallowedException = new(
        CorrectnessIds.SwallowedException, "SwallowedException", "Every failure is caught and forgotten", "Correctness", [390, 391], Severity.Warning,
        """
        What failed, and that anything did, is lost: full disks, missing rights and mistakes in the program look like success.
        The cause shows much later, far from here.
        """,
        """
        Catch the failure that is expected and say what happens then. Where nothing can be done, write a log entry, or at
        least a comment that says why.
        """,
        """
        using System;
        using System.IO;

        public static class Notes
        {
            public static string Read(string path)
            {
                try
                {
                    return File.ReadAllText(path);
                }
                catch (Exception)
                {
                }

                return "";
            }
        }
        """,
        """
        using System.IO;

        public static class Notes
        {
            public static string Read(string path)
            {
                try
                {
                    return File.ReadAllText(path);
                }
                catch (FileNotFoundException)
                {
                    return "";
                }
            }
        }
        """);

    public static readonly RuleInfo CatchesEverything = new(
        CorrectnessIds.CatchesEverything, "CatchesEverything", "Every failure is caught, and none is answered", "Correctness", [396, 391], Severity.Information,
        """
        The clause takes failures of every kind, those that were expected and those of which nobody thought, and goes on as if
        nothing had been. Mistakes in the program itself stay hidden.
        """,
        "Name the exceptions that are expected here. Tell the others: log them, count them, or let them go on.",
        """
        using System;
        using System.Collections.Generic;
        using System.IO;

        public static class Cleaner
        {
            public static void Clean(IEnumerable<string> paths)
            {
                foreach (var path in paths)
                {
                    try
                    {
                        File.SetAttributes(path, FileAttributes.Normal);
                    }
                    catch (Exception)
                    {
                        continue;
                    }
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.IO;

        public static class Cleaner
        {
            public static void Clean(IEnumerable<string> paths, List<string> left)
            {
                foreach (var path in paths)
                {
                    try
                    {
                        File.SetAttributes(path, FileAttributes.Normal);
                    }
                    catch (IOException)
                    {
                        left.Add(path);
                    }
                }
            }
        }
        """);

    public static readonly RuleInfo ThrowsGeneral = new(
        CorrectnessIds.ThrowsGeneral, "ThrowsGeneral", "Exception that says nothing of its kind is thrown", "Correctness", [397], Severity.Information,
        """
        Whoever wants to answer this failure must catch `Exception`, and with it all others: the mistakes of the program, a
        cancelled request, a full memory.
        """,
        "Throw what fits: `InvalidOperationException`, `ArgumentException`, or an exception class of your own.",
        """
        using System;

        public static class Stock
        {
            public static int Take(int count, int wanted)
            {
                if (wanted > count) throw new Exception("There is not so much left.");
                return count - wanted;
            }
        }
        """,
        """
        using System;

        public static class Stock
        {
            public static int Take(int count, int wanted)
            {
                if (wanted > count) throw new InvalidOperationException("There is not so much left.");
                return count - wanted;
            }
        }
        """);

    public static readonly RuleInfo RethrowLosesStack = new(
        CorrectnessIds.RethrowLosesStack, "RethrowLosesStack", "Caught exception is thrown anew", "Correctness", [703, 755], Severity.Warning,
        """
        `throw exception` begins the stack trace anew at this line. Where the failure really came from is no longer told in
        any log.
        """,
        "Write `throw;` alone, or wrap the failure: `throw new OrderException(text, exception)`.",
        """
        using System.Diagnostics;
        using System.IO;

        public static class Notes
        {
            public static void Save(string path, string text)
            {
                try
                {
                    File.WriteAllText(path, text);
                }
                catch (IOException failure)
                {
                    Trace.TraceError(failure.Message);
                    throw failure;
                }
            }
        }
        """,
        """
        using System.Diagnostics;
        using System.IO;

        public static class Notes
        {
            public static void Save(string path, string text)
            {
                try
                {
                    File.WriteAllText(path, text);
                }
                catch (IOException failure)
                {
                    Trace.TraceError(failure.Message);
                    throw;
                }
            }
        }
        """);

    public static readonly RuleInfo ThrowInFinally = new(
        CorrectnessIds.ThrowInFinally, "ThrowInFinally", "Throw in finally replaces the failure under way", "Correctness", [705, 584], Severity.Warning,
        """
        A `finally` block also runs while a failure is on its way. A throw in it ends that way: the first failure, which is
        the cause, vanishes, and callers see only the second.
        """,
        """
        Check after the `try` statement, where nothing has failed. What may fail in `finally` wants a `try` of its own.
        """,
        """
        using System.IO;

        public static class Notes
        {
            public static void Save(string path, string text)
            {
                try
                {
                    File.WriteAllText(path, text);
                }
                finally
                {
                    if (!File.Exists(path)) throw new IOException("Nothing was written.");
                }
            }
        }
        """,
        """
        using System.IO;

        public static class Notes
        {
            public static void Save(string path, string text)
            {
                File.WriteAllText(path, text);
                if (!File.Exists(path)) throw new IOException("Nothing was written.");
            }
        }
        """);
}
