using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What the rules about the lives of objects, threads and the process say.</summary>
internal static class LifetimeTexts
{
    public static readonly RuleInfo DisposedUse = new(
        CorrectnessIds.DisposedUse, "DisposedUse", "Object is used after it was disposed", "Correctness", [672, 416], Severity.Error,
        """
        What was behind the object is given back: the file is closed, the handle may already belong to somebody else. The use
        throws `ObjectDisposedException`, or works by chance until it does not.
        """,
        "Use it before it is disposed. `using` puts the disposal where the object is no longer known.",
        """
        using System.IO;

        public static class Notes
        {
            public static string First(string path)
            {
                var reader = new StreamReader(path);
                reader.Dispose();
                return reader.ReadLine() ?? "";
            }
        }
        """,
        """
        using System.IO;

        public static class Notes
        {
            public static string First(string path)
            {
                using var reader = new StreamReader(path);
                return reader.ReadLine() ?? "";
            }
        }
        """);

    public static readonly RuleInfo DisposableField = new(
        CorrectnessIds.DisposableField, "DisposableField", "Type that opens something cannot be disposed", "Correctness", [404, 772], Severity.Information,
        """
        The object keeps a file, a connection or a timer for itself, and whoever made the object has no way to close it. It
        stays open until the garbage collector comes by, and what is buffered may never be written.
        """,
        "Implement `IDisposable` and dispose the field there, or take the opened object from outside.",
        """
        using System.IO;

        public sealed class Journal
        {
            private readonly StreamWriter writer;

            public Journal(string path)
            {
                writer = new StreamWriter(path);
            }

            public void Add(string line) => writer.WriteLine(line);
        }
        """,
        """
        using System;
        using System.IO;

        public sealed class Journal : IDisposable
        {
            private readonly StreamWriter writer;

            public Journal(string path)
            {
                writer = new StreamWriter(path);
            }

            public void Add(string line) => writer.WriteLine(line);

            public void Dispose() => writer.Dispose();
        }
        """);

    public static readonly RuleInfo ForcedCollection = new(
        CorrectnessIds.ForcedCollection, "ForcedCollection", "Garbage collector is made to run", "Correctness", [586], Severity.Information,
        """
        A full collection stops every thread, and it moves objects that would soon have been free into the generation that is
        collected least. Where it seems to help, something holds or leaks memory.
        """,
        "Leave it to the collector. Dispose what holds resources, and let go of what is no longer needed.",
        """
        using System;
        using System.Collections.Generic;

        public sealed class Cache
        {
            private readonly List<string> entries = [];

            public void Clear()
            {
                entries.Clear();
                GC.Collect();
            }
        }
        """,
        """
        using System.Collections.Generic;

        public sealed class Cache
        {
            private readonly List<string> entries = [];

            public void Clear() => entries.Clear();
        }
        """);

    public static readonly RuleInfo ExitOutsideMain = new(
        CorrectnessIds.ExitOutsideMain, "ExitOutsideMain", "Library code ends the process", "Correctness", [382], Severity.Warning,
        """
        The process ends at once: other requests are cut off, `finally` blocks do not run, buffers are lost. In a server one
        bad input ends the service for everybody.
        """,
        "Throw an exception and let the program decide. A program ends by returning an exit code from `Main`.",
        """
        using System;

        public static class Checks
        {
            public static void Require(bool holds)
            {
                if (!holds) Environment.Exit(1);
            }
        }
        """,
        """
        using System;

        public static class Checks
        {
            public static void Require(bool holds)
            {
                if (!holds) throw new InvalidOperationException("A requirement does not hold.");
            }
        }
        """);

    public static readonly RuleInfo MutablePublicStatic = new(
        CorrectnessIds.MutablePublicStatic, "MutablePublicStatic", "Public static state can be changed by anybody", "Correctness", [500, 582], Severity.Information,
        """
        Any code in the process can replace the value, or what is in the array or list, for all others and from any thread.
        Nothing notices, and nothing can be checked.
        """,
        "Make it `const` or a read-only property, and give out a read-only or immutable collection.",
        """
        public static class Limits
        {
            public static int Rounds = 30;
        }
        """,
        """
        public static class Limits
        {
            public static int Rounds { get; } = 30;
        }
        """);

    public static readonly RuleInfo ThreadControl = new(
        CorrectnessIds.ThreadControl, "ThreadControl", "Thread is stopped from outside", "Correctness", [477], Severity.Warning,
        """
        The thread stops wherever it happens to be: within a lock, halfway through a change. On today's .NET these methods
        only throw `PlatformNotSupportedException`.
        """,
        "Ask the other thread to end: hand it a `CancellationToken` and let it look at it.",
        """
        using System.Threading;

        public static class Workers
        {
            public static void Stop(Thread worker) => worker.Abort();
        }
        """,
        """
        using System.Threading;

        public static class Workers
        {
            public static void Stop(CancellationTokenSource work) => work.Cancel();
        }
        """);

    public static readonly RuleInfo SuspiciousComment = new(
        CorrectnessIds.SuspiciousComment, "SuspiciousComment", "Comment says that something is wrong", "Correctness", [546], Severity.Hint,
        """
        Whoever wrote the comment knew of a mistake or a makeshift and left it in the code. Readers of a published source
        learn where to look, and nobody else is reminded.
        """,
        "Mend it, or describe it where work is planned and say in the comment what holds now.",
        """
        public static class Halves
        {
            public static int Of(int number)
            {
                // FIXME: wrong for odd numbers
                return number / 2;
            }
        }
        """,
        """
        public static class Halves
        {
            public static int Of(int number)
            {
                // Rounds towards zero.
                return number / 2;
            }
        }
        """);
}
