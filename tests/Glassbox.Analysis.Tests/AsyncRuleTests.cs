namespace Glassbox.Analysis.Tests;

public sealed class AsyncRuleTests
{
    [TestCase("GB3101", "async void Work() { await Task.Yield(); } Work();")]
    [TestCase("GB3101", "async void Save(string path) { if (path.Length > 0) await File.WriteAllTextAsync(path, \"\"); } Save(\"a\");")]
    [TestCase("GB3101", "async void Load(object key, int count) { await Task.Delay(count); Console.Write(key); } Load(1, 2);")]
    [TestCase("GB3102", "var text = File.ReadAllTextAsync(\"a\").Result;")]
    [TestCase("GB3102", "var reading = File.ReadAllTextAsync(\"a\"); Console.Write(reading.Result.Length);")]
    [TestCase("GB3102", "Task.Delay(1).Wait();")]
    [TestCase("GB3102", "Task.Delay(1).ConfigureAwait(false).GetAwaiter().GetResult();")]
    [TestCase("GB3102", "var all = new[] { Task.Delay(1) }; Task.WaitAll(all);")]
    [TestCase("GB3103", "Thread.Sleep(10);")]
    [TestCase("GB3103", "var pause = TimeSpan.FromSeconds(2); Thread.Sleep(pause);")]
    [TestCase("GB3103", "Func<Task> wait = async () => { Thread.Sleep(5); await Task.Yield(); }; await wait();")]
    [TestCase("GB3104", "Task<string> Read() { using var r = new StreamReader(\"a\"); return r.ReadToEndAsync(); } await Read();")]
    [TestCase("GB3104", "Task<string> Read() { using (var s = File.OpenRead(\"a\")) { var r = new StreamReader(s); return r.ReadToEndAsync(); } } await Read();")]
    [TestCase("GB3104", "Task Save() { using var s = File.Create(\"a\"); return Task.Run(() => s.WriteByte(1)); } await Save();")]
    [TestCase("GB3104", "Task Send(Stream to) => to.FlushAsync(); Task Copy() { using var s = File.OpenRead(\"a\"); return Send(s); } await Copy();")]
    [TestCase("GB3105", "new List<int> { 1 }.ForEach(async n => await Task.Delay(n));")]
    [TestCase("GB3105", "Parallel.ForEach(new[] { 1 }, async n => { await Task.Delay(n); });")]
    [TestCase("GB3105", "Action<Action> run = work => work(); run(async () => await Task.Yield());")]
    [TestCase("GB3106", "Task<string> Find() { return null; } await Find();")]
    [TestCase("GB3106", "Task Stop(bool now) => now ? null : Task.CompletedTask; await Stop(true);")]
    [TestCase("GB3106", "Task<int> Count(int n) { if (n < 0) return default; return Task.FromResult(n); } await Count(1);")]
    [TestCase("GB3107", "async Task Load(CancellationToken token) { token.ThrowIfCancellationRequested(); await Task.Delay(1); } await Load(default);")]
    [TestCase("GB3107", "async Task<string> Load(CancellationToken token) { token.ThrowIfCancellationRequested(); return await File.ReadAllTextAsync(\"a\"); } await Load(default);")]
    [TestCase("GB3107", "async Task Load(SemaphoreSlim gate, CancellationToken stop) { stop.ThrowIfCancellationRequested(); var entering = gate.WaitAsync(); await entering; } await Load(new SemaphoreSlim(1), default);")]
    public async Task Mistake_IsFoundOnce(string rule, string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("async Task Work() { await Task.Yield(); } await Work();")]
    [TestCase("async void OnDone(object? sender, EventArgs e) { await Task.Yield(); } OnDone(null, EventArgs.Empty);")]
    [TestCase("async void Work() { try { await Task.Yield(); } catch (Exception failure) { Console.Write(failure); } } Work();")]
    [TestCase("async void Changed(int n) { await Task.Delay(n); } Action<int>? changes = null; changes += Changed; changes(1);")]
    [TestCase("var one = Task.FromResult(1); await one; Console.Write(one.Result);")]
    [TestCase("var a = Task.FromResult(1); var b = Task.FromResult(2); await Task.WhenAll(a, b); Console.Write(a.Result + b.Result);")]
    [TestCase("var tasks = new[] { Task.FromResult(1) }; await Task.WhenAll(tasks); foreach (var task in tasks) Console.Write(task.Result);")]
    [TestCase("var done = await Task.WhenAny(Task.FromResult(1), Task.FromResult(2)); Console.Write(done.Result);")]
    [TestCase("var one = Task.FromResult(1); if (one.IsCompleted) Console.Write(one.Result);")]
    [TestCase("await Task.FromResult(1).ContinueWith(before => Console.Write(before.Result));")]
    [TestCase("int Now() => Task.FromResult(1).Result; Console.Write(Now());")]
    [TestCase("await Task.Delay(10); Thread.Sleep(0);")]
    [TestCase("await Task.Run(() => Thread.Sleep(10));")]
    [TestCase("void Pause() { Thread.Sleep(1); } Pause();")]
    [TestCase("async Task<string> Read() { using var r = new StreamReader(\"a\"); return await r.ReadToEndAsync(); } await Read();")]
    [TestCase("Task<int> Count() { using var r = new StreamReader(\"a\"); return Task.FromResult(r.Read()); } await Count();")]
    [TestCase("Task Write() { using var r = new StreamReader(\"a\"); return File.WriteAllTextAsync(\"b\", r.ReadToEnd()); } await Write();")]
    [TestCase("await Parallel.ForEachAsync(new[] { 1 }, async (n, token) => await Task.Delay(n, token));")]
    [TestCase("await Task.WhenAll(new[] { 1 }.Select(async n => await Task.Delay(n)));")]
    [TestCase("await Task.Run(async () => await Task.Delay(1));")]
    [TestCase("using var timer = new System.Timers.Timer(); timer.Elapsed += async (sender, e) => await Task.Delay(1);")]
    [TestCase("Task Stop() => Task.CompletedTask; await Stop();")]
    [TestCase("Task? Pending() => null; if (Pending() is { } pending) await pending;")]
    [TestCase("ValueTask Done() => default; await Done();")]
    [TestCase("async Task<string?> Find() { await Task.Yield(); return null; } await Find();")]
    [TestCase("async Task Load(CancellationToken token) { await Task.Delay(1, token); } await Load(default);")]
    [TestCase("async Task Load(CancellationToken token) { token.ThrowIfCancellationRequested(); await File.WriteAllTextAsync(\"a\", \"b\", CancellationToken.None); } await Load(default);")]
    [TestCase("async Task Load(CancellationToken token) { try { await Task.Delay(1, token); } finally { await File.WriteAllTextAsync(\"a\", \"b\"); } } await Load(default);")]
    public async Task GoodCode_IsLeftAlone(string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task AsyncVoid_ThatIsDictated_IsLeftAlone()
    {
        var code = Code.Of("""
            public interface IStep { void Run(); }
            public abstract class Page { protected virtual void Appear() { } }
            public sealed class First : Page, IStep
            {
                public async void Run() => await Task.Yield();
                protected override async void Appear() => await Task.Yield();
                public async void Leave() => await Task.Yield();
            }
            """);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => (finding.RuleId, finding.Range.Start.Line)), Is.EqualTo(new[] { ("GB3101", 6) }));
    }

    [Test]
    public async Task BlockingOnTask_InAController_IsFoundWithoutAsync()
    {
        var code = Code.Of("""
            using Microsoft.AspNetCore.Mvc;
            public class NotesController : ControllerBase
            {
                public string Show() => System.IO.File.ReadAllTextAsync("notes").Result;
            }
            public class Notes
            {
                public string Show() => System.IO.File.ReadAllTextAsync("notes").Result;
            }
            """);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => (finding.RuleId, finding.Range.Start.Line)), Is.EqualTo(new[] { ("GB3102", 3) }));
    }

    [Test]
    public async Task UnresolvedCode_IsMatchedByName()
    {
        var findings = await Code.Unresolved("""
            public class Client
            {
                public async Task<int> Get() { await Open(); return Remote.ReadAsync("x").Result; }
                public async void Close() { await Open(); }
            }
            """).FindingsAsync();
        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB3102", "GB3101" }));
    }
}
