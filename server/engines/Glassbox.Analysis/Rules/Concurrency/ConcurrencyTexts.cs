using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>What the rules about threads and locks say.</summary>
internal static class ConcurrencyTexts
{
    public static readonly RuleInfo LockTarget = new(
        ConcurrencyIds.LockTarget, "LockTarget", "Lock on an object that others can lock, or that nobody shares", "Concurrency", [412, 413, 821], Severity.Warning,
        """
        A lock keeps out only those who lock the same object. `this`, types and texts are known to code that has nothing to do
        with this lock, so that threads wait for one another or for ever; a new object or a boxed value is known to nobody and
        keeps nobody out.
        """,
        "Lock a private read-only field that serves no other purpose: `private readonly Lock gate = new();`.",
        """
        public sealed class Counter
        {
            private int count;

            public void Add()
            {
                lock (typeof(Counter))
                {
                    count += 1;
                }
            }

            public int Count => count;
        }
        """,
        """
        using System.Threading;

        public sealed class Counter
        {
            private readonly Lock gate = new();
            private int count;

            public void Add()
            {
                lock (gate)
                {
                    count += 1;
                }
            }

            public int Count => count;
        }
        """);

    public static readonly RuleInfo LockNotReleased = new(
        ConcurrencyIds.LockNotReleased, "LockNotReleased", "Lock stays taken when something fails", "Concurrency", [667, 772], Severity.Warning,
        """
        Between taking and releasing something can throw or return. The release is then skipped, and everybody who wants the
        lock afterwards waits for ever.
        """,
        """
        Release in `finally`, with the `try` right after the lock is taken. For simple locks use the `lock` statement.
        """,
        """
        using System.IO;
        using System.Threading;

        public static class Journal
        {
            private static readonly SemaphoreSlim Gate = new(1, 1);

            public static void Add(string path, string line)
            {
                Gate.Wait();
                File.AppendAllText(path, line);
                Gate.Release();
            }
        }
        """,
        """
        using System.IO;
        using System.Threading;

        public static class Journal
        {
            private static readonly SemaphoreSlim Gate = new(1, 1);

            public static void Add(string path, string line)
            {
                Gate.Wait();
                try
                {
                    File.AppendAllText(path, line);
                }
                finally
                {
                    Gate.Release();
                }
            }
        }
        """);

    public static readonly RuleInfo DoubleLock = new(
        ConcurrencyIds.DoubleLock, "DoubleLock", "Lock is taken or released twice in a row", "Concurrency", [764, 765], Severity.Warning,
        """
        A semaphore or a reader-writer lock that is taken twice by one thread waits for itself. A lock that is released twice
        throws, or lets in one more than it should. A simple lock inside itself does no harm, but one of the two was meant to
        be another.
        """,
        """
        Take each lock once and release it once. Where a method is called both with and without the lock, split it into two.
        """,
        """
        using System.Threading;

        public sealed class Register
        {
            private readonly ReaderWriterLockSlim gate = new();
            private int entries;

            public void Add()
            {
                gate.EnterWriteLock();
                gate.EnterWriteLock();
                try
                {
                    entries += 1;
                }
                finally
                {
                    gate.ExitWriteLock();
                }
            }

            public int Entries => entries;
        }
        """,
        """
        using System.Threading;

        public sealed class Register
        {
            private readonly ReaderWriterLockSlim gate = new();
            private int entries;

            public void Add()
            {
                gate.EnterWriteLock();
                try
                {
                    entries += 1;
                }
                finally
                {
                    gate.ExitWriteLock();
                }
            }

            public int Entries => entries;
        }
        """);

    public static readonly RuleInfo DoubleCheckedLocking = new(
        ConcurrencyIds.DoubleCheckedLocking, "DoubleCheckedLocking", "Check before a lock lets others see what is not finished", "Concurrency", [609], Severity.Warning,
        """
        The first check runs without the lock. Whoever passes it while the field is already set uses what is still being
        filled, and whoever waited for the lock without a second check does the work again.
        """,
        """
        Fill a local variable first and set the field last, test again within the lock, and mark flags `volatile`. `Lazy<T>`
        does all of it.
        """,
        """
        using System.Collections.Generic;

        public sealed class Countries
        {
            private readonly object gate = new();
            private Dictionary<string, string>? names;

            public Dictionary<string, string> Names()
            {
                if (names == null)
                {
                    lock (gate)
                    {
                        if (names == null)
                        {
                            names = new Dictionary<string, string>();
                            names.Add("no", "Norway");
                        }
                    }
                }

                return names;
            }
        }
        """,
        """
        using System.Collections.Generic;

        public sealed class Countries
        {
            private readonly object gate = new();
            private Dictionary<string, string>? names;

            public Dictionary<string, string> Names()
            {
                if (names == null)
                {
                    lock (gate)
                    {
                        if (names == null)
                        {
                            var filled = new Dictionary<string, string>();
                            filled.Add("no", "Norway");
                            names = filled;
                        }
                    }
                }

                return names;
            }
        }
        """);

    public static readonly RuleInfo NonAtomicUpdate = new(
        ConcurrencyIds.NonAtomicUpdate, "NonAtomicUpdate", "Shared number is changed in two steps", "Concurrency", [366, 362], Severity.Warning,
        """
        `++` and `+=` read the field, compute, and write it. Two threads that do so at the same time lose one of the changes.
        `volatile` makes each step visible, not both of them one.
        """,
        """
        Use `Interlocked.Increment` or `Interlocked.Add` wherever the field is changed, or a lock around every use.
        """,
        """
        public sealed class Requests
        {
            private volatile int count;

            public void Begin() => count++;

            public int Count => count;
        }
        """,
        """
        using System.Threading;

        public sealed class Requests
        {
            private int count;

            public void Begin() => Interlocked.Increment(ref count);

            public int Count => Volatile.Read(ref count);
        }
        """);

    public static readonly RuleInfo ThreadStaticValue = new(
        ConcurrencyIds.ThreadStaticValue, "ThreadStaticValue", "First value of a thread-static field is seen by one thread only", "Concurrency", [665], Severity.Warning,
        """
        The initial value is set once, by the thread that happens to use the type first. Every other thread begins with null
        or zero, so that the code works in the first request and fails in the second.
        """,
        "Use `ThreadLocal<T>` with a factory, or set the value on first use in each thread.",
        """
        using System;
        using System.Text;

        public static class Buffers
        {
            [ThreadStatic]
            private static StringBuilder buffer = new();

            public static int Used() => buffer.Length;
        }
        """,
        """
        using System;
        using System.Text;

        public static class Buffers
        {
            [ThreadStatic]
            private static StringBuilder? buffer;

            public static int Used()
            {
                buffer ??= new StringBuilder();
                return buffer.Length;
            }
        }
        """);

    public static readonly RuleInfo SharedStaticCollection = new(
        ConcurrencyIds.SharedStaticCollection, "SharedStaticCollection", "Requests share a collection that is not made for it", "Concurrency", [567, 362], Severity.Warning,
        """
        Controllers, hubs and services serve many requests at once, and a static field is the same for all of them.
        Dictionaries and lists that are changed by two threads lose entries, throw, or never return from a lookup.
        """,
        """
        Use a type of `System.Collections.Concurrent`, or a lock around every use. What belongs to one user belongs into a
        store, not into a static field.
        """,
        """
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Mvc;

        public class VisitsController : ControllerBase
        {
            private static readonly Dictionary<int, int> Visits = new();

            public int Count(int page)
            {
                Visits[page] = Visits.GetValueOrDefault(page) + 1;
                return Visits[page];
            }
        }
        """,
        """
        using System.Collections.Concurrent;
        using Microsoft.AspNetCore.Mvc;

        public class VisitsController : ControllerBase
        {
            private static readonly ConcurrentDictionary<int, int> Visits = new();

            public int Count(int page) => Visits.AddOrUpdate(page, 1, (_, before) => before + 1);
        }
        """);

    public static readonly RuleInfo UnsafeLazyStatic = new(
        ConcurrencyIds.UnsafeLazyStatic, "UnsafeLazyStatic", "Shared object may be made twice", "Concurrency", [567, 366], Severity.Warning,
        """
        Two threads may both find the field unset and both make an object. One of the two replaces the other, and what was put
        into the lost one in the meantime is gone.
        """,
        "Make the object in the field's initializer, which runs once, or use `Lazy<T>` or a lock.",
        """
        using System.Collections.Generic;

        public static class Words
        {
            private static readonly object Gate = new();
            private static HashSet<string>? known;

            public static void Learn(string word)
            {
                known ??= new HashSet<string>();
                lock (Gate)
                {
                    known.Add(word);
                }
            }
        }
        """,
        """
        using System.Collections.Generic;

        public static class Words
        {
            private static readonly object Gate = new();
            private static readonly HashSet<string> Known = [];

            public static void Learn(string word)
            {
                lock (Gate)
                {
                    Known.Add(word);
                }
            }
        }
        """);
}
