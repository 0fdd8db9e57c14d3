using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>What the rules about tasks say.</summary>
internal static class AsyncTexts
{
    public static readonly RuleInfo AsyncVoid = new(
        AsyncIds.AsyncVoid, "AsyncVoid", "Async method returns void", "Async", [391, 703], Severity.Warning,
        """
        Without a task nobody can wait until the work is done, and nobody can catch its failure: it is thrown on the thread
        pool or the user interface and ends the process. Tests pass before the work has happened.
        """,
        "Return `Task` and await it. Only an event handler must return void; put a `try` around all that it does.",
        """
        using System.IO;

        public static class Log
        {
            public static async void Write(string path, string text)
            {
                await File.AppendAllTextAsync(path, text);
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
            }
        }
        """);

    public static readonly RuleInfo BlockingOnTask = new(
        AsyncIds.BlockingOnTask, "BlockingOnTask", "Thread is blocked until a task ends", "Async", [833, 1322], Severity.Warning,
        """
        The thread does nothing while it waits. Where the task needs that same thread to go on, as in user interfaces and in
        classic ASP.NET, both wait for ever; elsewhere the thread pool runs dry under load.
        """,
        "`await` the task, and make the caller async as well. With several tasks use `await Task.WhenAll(…)`.",
        """
        using System.IO;
        using System.Threading.Tasks;

        public static class Notes
        {
            public static async Task CopyAsync(string from, string to)
            {
                var text = File.ReadAllTextAsync(from).Result;
                await File.WriteAllTextAsync(to, text);
            }
        }
        """,
        """
        using System.IO;
        using System.Threading.Tasks;

        public static class Notes
        {
            public static async Task CopyAsync(string from, string to)
            {
                var text = await File.ReadAllTextAsync(from);
                await File.WriteAllTextAsync(to, text);
            }
        }
        """);

    public static readonly RuleInfo SleepInAsync = new(
        AsyncIds.SleepInAsync, "SleepInAsync", "Async function puts its thread to sleep", "Async", [1322], Severity.Warning,
        """
        An async function gives its thread back while it waits, so that few threads serve many callers. `Thread.Sleep` keeps
        the thread, and a user interface or a busy server stands still for that time.
        """,
        "Wait with `await Task.Delay(…)`, which can also be cancelled.",
        """
        using System.Threading;
        using System.Threading.Tasks;

        public static class Retry
        {
            public static async Task PauseAsync(int round)
            {
                Thread.Sleep(100 * round);
                await Task.Yield();
            }
        }
        """,
        """
        using System.Threading.Tasks;

        public static class Retry
        {
            public static async Task PauseAsync(int round)
            {
                await Task.Delay(100 * round);
                await Task.Yield();
            }
        }
        """);

    public static readonly RuleInfo TaskFromUsing = new(
        AsyncIds.TaskFromUsing, "TaskFromUsing", "Task outlives what it uses", "Async", [672, 416], Severity.Error,
        """
        The method returns as soon as the work has begun, and `using` disposes on return. The task then works with a closed
        file, a closed connection or a cancelled request, and fails or gives half of the data.
        """,
        "Make the method async and `await` the task before it returns.",
        """
        using System.IO;
        using System.Threading.Tasks;

        public static class Notes
        {
            public static Task<string> ReadAsync(string path)
            {
                using var reader = new StreamReader(path);
                return reader.ReadToEndAsync();
            }
        }
        """,
        """
        using System.IO;
        using System.Threading.Tasks;

        public static class Notes
        {
            public static async Task<string> ReadAsync(string path)
            {
                using var reader = new StreamReader(path);
                return await reader.ReadToEndAsync();
            }
        }
        """);

    public static readonly RuleInfo AsyncLambdaAsVoid = new(
        AsyncIds.AsyncLambdaAsVoid, "AsyncLambdaAsVoid", "Async lambda where nobody waits for it", "Async", [391, 703], Severity.Warning,
        """
        A delegate without a result makes the lambda async void. The call returns at the lambda's first await, the loop is
        over before the work is done, and a failure in it ends the process.
        """,
        """
        Use a loop with `await`, `Task.WhenAll` over `Select`, or `Parallel.ForEachAsync`, which take lambdas that return
        tasks.
        """,
        """
        using System.Collections.Generic;
        using System.IO;

        public static class Log
        {
            public static void Clear(List<string> paths) =>
                paths.ForEach(async path => await File.WriteAllTextAsync(path, ""));
        }
        """,
        """
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;

        public static class Log
        {
            public static async Task ClearAsync(List<string> paths)
            {
                foreach (var path in paths) await File.WriteAllTextAsync(path, "");
            }
        }
        """);

    public static readonly RuleInfo NullTask = new(
        AsyncIds.NullTask, "NullTask", "Null is returned instead of a task", "Async", [476], Severity.Warning,
        """
        Whoever calls the method awaits the result, and awaiting null throws `NullReferenceException`. What was meant is a
        task that has nothing to give, not that there is no task.
        """,
        "Return `Task.CompletedTask`, or `Task.FromResult<…>(null)` where the result itself may be null.",
        """
        using System.Threading.Tasks;

        public static class Names
        {
            public static Task<string> FindAsync(int id)
            {
                if (id < 0) return null;
                return Task.FromResult("name");
            }
        }
        """,
        """
        using System.Threading.Tasks;

        public static class Names
        {
            public static Task<string?> FindAsync(int id)
            {
                if (id < 0) return Task.FromResult<string?>(null);
                return Task.FromResult<string?>("name");
            }
        }
        """);

    public static readonly RuleInfo LostCancellation = new(
        AsyncIds.LostCancellation, "LostCancellation", "Cancellation is not handed on", "Async", [404, 400], Severity.Information,
        """
        The caller gave a token to say when nobody needs the result any more. A call that does not get it keeps its
        connection, its query or its wait until it ends by itself.
        """,
        "Hand the token on. Where a step must run to its end, say so with `CancellationToken.None`.",
        """
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        public static class Notes
        {
            public static async Task<int> LengthAsync(string path, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var text = await File.ReadAllTextAsync(path);
                return text.Length;
            }
        }
        """,
        """
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        public static class Notes
        {
            public static async Task<int> LengthAsync(string path, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var text = await File.ReadAllTextAsync(path, cancellationToken);
                return text.Length;
            }
        }
        """);
}
