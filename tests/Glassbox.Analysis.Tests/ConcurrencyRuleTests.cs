namespace Glassbox.Analysis.Tests;

public sealed class ConcurrencyRuleTests
{
    [TestCase("GB3201", "private int n; public void Add() { lock (this) { n++; } } public int N => n;")]
    [TestCase("GB3201", "public void Add() { lock (\"gate\") { Console.Write(1); } }")]
    [TestCase("GB3201", "private readonly string name = \"x\"; public void Add() { lock (name) { Console.Write(1); } }")]
    [TestCase("GB3201", "public void Add() { var gate = new object(); lock (gate) { Console.Write(1); } }")]
    [TestCase("GB3201", "private List<int> all = new(); public void Reset() { lock (all) { all = new List<int>(); } }")]
    [TestCase("GB3201", "public void Add(Type type) { lock (type) { Console.Write(1); } }")]
    [TestCase("GB3201", "public readonly List<int> All = new(); public void Add() { lock (All) { All.Add(1); } }")]
    [TestCase("GB3202", "private readonly object gate = new(); public void Clean() { Monitor.Enter(gate); File.Delete(\"a\"); Monitor.Exit(gate); }")]
    [TestCase("GB3202", "private readonly ReaderWriterLockSlim gate = new(); public int Size() { gate.EnterReadLock(); var n = File.ReadAllBytes(\"a\").Length; gate.ExitReadLock(); return n; }")]
    [TestCase("GB3202", "private readonly SemaphoreSlim gate = new(1, 1); public async Task Wait() { await this.gate.WaitAsync(); await Task.Delay(1); gate.Release(); }")]
    [TestCase("GB3202", "private readonly SemaphoreSlim gate = new(1, 1); public async Task Wait() { await gate.WaitAsync(); await Task.Delay(1); }")]
    [TestCase("GB3203", "private readonly object gate = new(); public void Add() { lock (gate) { lock (gate) { Console.Write(1); } } }")]
    [TestCase("GB3203", "private readonly object gate = new(); public void Add() { Monitor.Enter(gate); try { Console.Write(1); } finally { Monitor.Exit(gate); Monitor.Exit(gate); } }")]
    [TestCase("GB3203", "private readonly SemaphoreSlim gate = new(1); public void Add() { gate.Wait(); gate.Wait(); try { Console.Write(1); } finally { gate.Release(); } }")]
    [TestCase("GB3204", "private readonly object gate = new(); private volatile bool ready; public void Begin() { if (!ready) { lock (gate) { if (!ready) { ready = true; File.Delete(\"a\"); } } } }")]
    [TestCase("GB3204", "private readonly object gate = new(); private bool ready; public void Begin() { if (!ready) { lock (gate) { if (!ready) { File.Delete(\"a\"); ready = true; } } } }")]
    [TestCase("GB3204", "private readonly object gate = new(); private List<int>? all; public List<int> All() { if (all == null) { lock (gate) { all = new List<int>(); } } return all; }")]
    [TestCase("GB3205", "private volatile int n; public void Add() { n += 2; } public int N => n;")]
    [TestCase("GB3205", "private int n; public void Add() { Interlocked.Increment(ref n); } public void Take() { n--; } public int N => n;")]
    [TestCase("GB3205", "private static volatile int n; public static void Add() => Subject.n++; public static int N => n;")]
    [TestCase("GB3206", "[ThreadStatic] private static int n = 5; public static int N => n;")]
    [TestCase("GB3206", "[ThreadStatic] private static List<int> all = new(); public static List<int> All => all;")]
    [TestCase("GB3206", "[ThreadStatic] private int n; public int N => n;")]
    [TestCase("GB3208", "private static readonly object Gate = new(); private static Dictionary<int, int>? map; public static void Add() { if (map == null) { map = new Dictionary<int, int>(); } lock (Gate) { map[1] = 1; } }")]
    [TestCase("GB3208", "private static readonly object Gate = new(); private static List<int>? all; public static void Add() { Subject.all ??= new List<int>(); lock (Gate) { all.Add(1); } }")]
    public async Task Mistake_IsFoundOnce(string rule, string members)
    {
        var code = Code.Of(Type(members));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("private readonly object gate = new(); private int n; public void Add() { lock (gate) { n++; } } public int N => n;")]
    [TestCase("private readonly Lock gate = new(); public void Add() { lock (gate) { Console.Write(1); } }")]
    [TestCase("private readonly List<int> all = new(); public void Add() { lock (all) { all.Add(1); } }")]
    [TestCase("public void Add() { var gate = new object(); Parallel.For(0, 3, i => { lock (gate) { Console.Write(i); } }); }")]
    [TestCase("private sealed class Inner { private int n; public int Add() { lock (this) { return ++n; } } } public int Make() => new Inner().Add();")]
    [TestCase("private readonly object gate = new(); public void Clean() { Monitor.Enter(gate); try { File.Delete(\"a\"); } finally { Monitor.Exit(gate); } }")]
    [TestCase("private readonly object gate = new(); private int n; public void Set() { Monitor.Enter(gate); n = 1; Monitor.Exit(gate); } public int N => n;")]
    [TestCase("private readonly SemaphoreSlim signal = new(0); public void Take() { signal.Wait(); } public void Done() { signal.Release(); }")]
    [TestCase("public async Task Begin(SemaphoreSlim gate) { await gate.WaitAsync(); _ = Task.Run(() => { try { File.Delete(\"a\"); } finally { gate.Release(); } }); }")]
    [TestCase("private readonly object a = new(); private readonly object b = new(); public void Add() { lock (a) { lock (b) { Console.Write(1); } } }")]
    [TestCase("private readonly SemaphoreSlim parts = new(0); public void Take() { parts.Wait(); parts.Wait(); } public void Add() { parts.Release(); }")]
    [TestCase("private readonly object gate = new(); public void Pulse() { Monitor.Enter(gate); Monitor.Exit(gate); Monitor.Enter(gate); Monitor.Exit(gate); }")]
    [TestCase("private readonly object gate = new(); private volatile bool ready; public void Begin() { if (!ready) { lock (gate) { if (!ready) { File.Delete(\"a\"); ready = true; } } } }")]
    [TestCase("private readonly object gate = new(); private List<int>? all; public List<int> All() { if (all == null) { lock (gate) { if (all == null) all = new List<int>(); } } return all; }")]
    [TestCase("private readonly object gate = new(); private List<int>? all; public List<int> All() { lock (gate) { return all ??= new List<int>(); } }")]
    [TestCase("private readonly object gate = new(); private volatile int n; public void Add() { lock (gate) { n++; } } public int N => n;")]
    [TestCase("private int n; public Subject() { n++; } public void Add() { Interlocked.Increment(ref n); } public int N => n;")]
    [TestCase("private int n; public void Add() { n++; } public int N => n;")]
    [TestCase("[ThreadStatic] private static int n; public static int N => n;")]
    [TestCase("[ThreadStatic] private static string? name = null; public static string? Name => name;")]
    [TestCase("private static readonly ThreadLocal<int> N = new(() => 5); public static int Mine => N.Value;")]
    [TestCase("private static readonly object Gate = new(); private static List<int>? all; public static void Add() { lock (Gate) { all ??= new List<int>(); all.Add(1); } }")]
    [TestCase("private static readonly object Gate = new(); private static string? name; public static void Show() { name ??= new string('a', 2); lock (Gate) { Console.Write(name); } }")]
    [TestCase("private static List<int>? all; public static int Count() { all ??= new List<int>(); return all.Count; }")]
    public async Task GoodCode_IsLeftAlone(string members)
    {
        var code = Code.Of(Type(members));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("GB3207", "public class ItemsController : Microsoft.AspNetCore.Mvc.ControllerBase { private static readonly List<int> Seen = new(); public void Add(int one) { Seen.Add(one); } }")]
    [TestCase("GB3207", "public class Chat : Microsoft.AspNetCore.SignalR.Hub { private static readonly Dictionary<int, int> Rooms = new(); public void Join(int room) { Chat.Rooms[room] = 1; } }")]
    [TestCase("GB3207", "public class Worker : Microsoft.Extensions.Hosting.BackgroundService { private static readonly Queue<int> Work = new(); protected override Task ExecuteAsync(CancellationToken stop) { Work.Enqueue(1); return Task.CompletedTask; } }")]
    [TestCase("GB3208", "public class ItemsController : Microsoft.AspNetCore.Mvc.ControllerBase { private static List<int>? all; public int Count() { all ??= new List<int>(); return all.Count; } }")]
    public async Task MistakeOfAService_IsFoundOnce(string rule, string document)
    {
        var code = Code.Of(document);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("public class ItemsController : Microsoft.AspNetCore.Mvc.ControllerBase { private static readonly object Gate = new(); private static readonly List<int> Seen = new(); public void Add(int one) { lock (Gate) { Seen.Add(one); } } }")]
    [TestCase("public class ItemsController : Microsoft.AspNetCore.Mvc.ControllerBase { private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> Seen = new(); public void Add(int one) { Seen[one] = 1; } }")]
    [TestCase("public class ItemsController : Microsoft.AspNetCore.Mvc.ControllerBase { private static readonly List<int> Known = new(); static ItemsController() { Known.Add(1); } public int Count() => Known.Count; }")]
    [TestCase("public class Items { private static readonly List<int> Seen = new(); public void Add(int one) { Seen.Add(one); } }")]
    public async Task GoodService_IsLeftAlone(string document)
    {
        var code = Code.Of(document);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    internal static string Type(string members) => $$"""
        public class Subject
        {
            {{members}}
        }
        """;
}
