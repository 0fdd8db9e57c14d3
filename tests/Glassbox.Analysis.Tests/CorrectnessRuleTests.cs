namespace Glassbox.Analysis.Tests;

public sealed class CorrectnessRuleTests
{
    [TestCase("GB3301", "var a = Random.Shared.Next(); a = a; Console.Write(a);")]
    [TestCase("GB3301", "var all = new int[2]; var i = 0; all[i] = all[i]; Console.Write(all[0]);")]
    [TestCase("GB3302", "var a = Environment.TickCount; Console.Write(a == a);")]
    [TestCase("GB3302", "var text = Thread.CurrentThread.Name; var other = text; Console.Write(text != text); Console.Write(other);")]
    [TestCase("GB3302", "var all = new List<int>(); Console.Write(all.Count - all.Count);")]
    [TestCase("GB3303", "var n = Random.Shared.Next(); if (n > 3) Console.Write(1); else { Console.Write(1); }")]
    [TestCase("GB3303", "var n = Random.Shared.Next(); var name = n > 3 ? \"a\" : \"a\";")]
    [TestCase("GB3303", "var n = Random.Shared.Next(); if (n == 1) { Console.Write(1); } else if (n == 2) { Console.Write(2); n++; } else { Console.Write(2); n++; }")]
    [TestCase("GB3304", "var n = Random.Shared.Next(); if (n == 1 || n == 1) Console.Write(n);")]
    [TestCase("GB3304", "var n = Random.Shared.Next(); if (n == 1) Console.Write(1); else if (n == 2) Console.Write(2); else if (n == 1) Console.Write(3);")]
    [TestCase("GB3304", "var s = Thread.CurrentThread.Name ?? \"\"; if (s.StartsWith('a')) return; if (s.StartsWith('a')) Console.Write(s);")]
    [TestCase("GB3305", "var done = Random.Shared.Next() > 1; if (done = true) Console.Write(1);")]
    [TestCase("GB3305", "var a = Random.Shared.Next() > 1; var b = Random.Shared.Next() > 2; while (a = b) { Console.Write(1); }")]
    [TestCase("GB3305", "var ok = Random.Shared.Next() > 1; if (Random.Shared.Next() > 2 && (ok = false)) Console.Write(1);")]
    [TestCase("GB3306", "var n = Random.Shared.Next(); if (n < 0 && n > 10) Console.Write(n);")]
    [TestCase("GB3306", "var s = Thread.CurrentThread.Name; if (s != null || s != \"\") Console.Write(s);")]
    [TestCase("GB3306", "const int Low = 5; var n = Random.Shared.Next(); Console.Write(n == Low && n == 6);")]
    [TestCase("GB3306", "uint u = 3; for (var i = u; i >= 0; i--) Console.Write(i);")]
    [TestCase("GB3306", "var all = new List<int>(); if (all.Count >= 0) Console.Write(1);")]
    [TestCase("GB3307", "var n = Random.Shared.Next(); if (n > 3); { Console.Write(n); }")]
    [TestCase("GB3307", "for (var i = 0; i < 3; i++); { Console.Write(1); }")]
    [TestCase("GB3307", "var all = new List<int>().GetEnumerator(); while (all.MoveNext()); { Console.Write(1); }")]
    [TestCase("GB3308", "var s = Thread.CurrentThread.Name; if (s == null && s.Length > 2) Console.Write(s);")]
    [TestCase("GB3308", "var s = Thread.CurrentThread.Name; if (s != null || s.Length > 2) Console.Write(s);")]
    [TestCase("GB3308", "var s = Thread.CurrentThread.Name; if (s != null & s.Length > 2) Console.Write(s);")]
    [TestCase("GB3308", "var s = Thread.CurrentThread.Name; if (s is null) throw new InvalidOperationException(s.Trim());")]
    [TestCase("GB3308", "var s = Thread.CurrentThread.Name; if (s != null) Console.Write(s); else Console.Write(s.Length);")]
    [TestCase("GB3309", "var s = Thread.CurrentThread.Name; Console.Write(s.Length); if (s == null) return;")]
    [TestCase("GB3309", "var s = Thread.CurrentThread.Name; var n = s.Trim(); if (s is not null && n.Length > 1) Console.Write(n);")]
    [TestCase("GB3309", "void Clear(List<int>? all) { all.Clear(); ArgumentNullException.ThrowIfNull(all); } Clear(null);")]
    [TestCase("GB3309", "var all = Random.Shared.Next() > 1 ? new List<int>() : null; all.Clear(); all?.Clear();")]
    [TestCase("GB3311", "object a = \"x\"; Console.Write(a == \"y\");")]
    [TestCase("GB3311", "object a = 1; object b = 1; Console.Write(a == b);")]
    [TestCase("GB3311", "var n = 3; object o = n; Console.Write(ReferenceEquals(n, o));")]
    [TestCase("GB3313", "Console.Write(\"1\".Equals(1));")]
    [TestCase("GB3313", "var id = Guid.NewGuid(); var text = \"x\"; Console.Write(id.Equals(text));")]
    [TestCase("GB3313", "var day = DayOfWeek.Monday; Console.Write(day.Equals(1));")]
    [TestCase("GB3313", "int? n = 1; Console.Write(n.Equals(\"1\"));")]
    [TestCase("GB3314", "var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(s.ToLower() == \"abc\");")]
    [TestCase("GB3314", "var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(string.Compare(s, \"abc\", true) == 0);")]
    [TestCase("GB3314", "const string Wanted = \"ABC\"; var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(Wanted != s.ToUpper());")]
    [TestCase("GB3315", "var a = Math.Sqrt(Random.Shared.Next()); Console.Write(a * 3 == 0.3);")]
    [TestCase("GB3315", "var a = Math.Sqrt(Random.Shared.Next()); var b = a / 3; Console.Write(b == a);")]
    [TestCase("GB3315", "float a = Random.Shared.Next(); Console.Write(a + 0.1f != a);")]
    [TestCase("GB3316", "var a = Random.Shared.Next(); double share = a / 3; Console.Write(share);")]
    [TestCase("GB3316", "var a = Random.Shared.Next(); var b = Random.Shared.Next(); Console.Write((double)(a / b));")]
    [TestCase("GB3316", "var a = Random.Shared.Next(); var b = Random.Shared.Next(); decimal percent = a / b * 100; Console.Write(percent);")]
    [TestCase("GB3317", "int w = Random.Shared.Next(), h = Random.Shared.Next(); long area = w * h; Console.Write(area);")]
    [TestCase("GB3317", "var bit = Random.Shared.Next(); ulong mask = 1u << bit; Console.Write(mask);")]
    [TestCase("GB3317", "const int Factor = 1024; var kb = Random.Shared.Next(); Console.Write((long)(kb * Factor));")]
    [TestCase("GB3318", "var n = Random.Shared.Next(); Console.Write(n << 32);")]
    [TestCase("GB3318", "const int Bits = 64; long n = Random.Shared.Next(); Console.Write(n >> Bits);")]
    [TestCase("GB3318", "var n = Random.Shared.Next(); n <<= -1; Console.Write(n);")]
    [TestCase("GB3319", "var names = new List<string>(); if (names.IndexOf(\"a\") > 0) Console.Write(1);")]
    [TestCase("GB3319", "const string Word = \"abc\"; var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(0 < s.IndexOf(Word, StringComparison.Ordinal));")]
    [TestCase("GB3319", "Console.Write(Array.IndexOf(new[] { 1 }, 1) <= 0);")]
    [TestCase("GB3320", "var a = new int[3]; Console.Write(a[a.Length]);")]
    [TestCase("GB3320", "var all = new List<int>(); all[all.Count] = 1;")]
    [TestCase("GB3320", "const int From = 1; var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(s.Substring(From, s.Length));")]
    [TestCase("GB3320", "var a = new int[3]; Console.Write(a[^0]);")]
    [TestCase("GB3321", "try { File.ReadAllText(\"a\"); } catch { }")]
    [TestCase("GB3321", "try { File.ReadAllText(\"a\"); } catch (Exception) { }")]
    [TestCase("GB3321", "try { File.ReadAllText(\"a\"); } catch (IOException e) { Console.Write(e); } catch (Exception e) { }")]
    [TestCase("GB3322", "for (var i = 0; i < 3; i++) { try { File.ReadAllText(\"a\"); } catch (Exception) { continue; } }")]
    [TestCase("GB3322", "while (Random.Shared.Next() > 0) { try { File.ReadAllText(\"a\"); } catch { break; } }")]
    [TestCase("GB3322", "try { File.ReadAllText(\"a\"); } catch (Exception) { await Task.Delay(1); return; }")]
    [TestCase("GB3323", "throw new Exception(\"a\");")]
    [TestCase("GB3323", "var s = Thread.CurrentThread.Name ?? throw new ApplicationException(\"a\");")]
    [TestCase("GB3323", "void Check(int n) { if (n > 1) throw new SystemException(); } Check(1);")]
    [TestCase("GB3324", "try { File.ReadAllText(\"a\"); } catch (IOException e) { Console.Write(e); throw e; }")]
    [TestCase("GB3324", "try { File.ReadAllText(\"a\"); } catch (Exception failure) when (failure.Message.Length > 1) { throw failure; }")]
    [TestCase("GB3324", "try { File.ReadAllText(\"a\"); } catch (IOException e) { if (e.HResult > 1) throw e; Console.Write(e); }")]
    [TestCase("GB3325", "try { File.ReadAllText(\"a\"); } finally { throw new IOException(); }")]
    [TestCase("GB3325", "try { File.ReadAllText(\"a\"); } finally { if (File.Exists(\"a\")) throw new IOException(); }")]
    [TestCase("GB3325", "try { File.ReadAllText(\"a\"); } finally { var s = Thread.CurrentThread.Name ?? throw new IOException(); Console.Write(s); }")]
    [TestCase("GB3326", "var s = \"a\"; s.Trim();")]
    [TestCase("GB3326", "var all = new List<int>(); all.Where(n => n > 1);")]
    [TestCase("GB3326", "var day = DateTime.UnixEpoch; day.AddDays(1);")]
    [TestCase("GB3326", "var all = System.Collections.Immutable.ImmutableList<int>.Empty; all.Add(1);")]
    [TestCase("GB3326", "using var file = File.OpenRead(\"a\"); file.Read(new byte[4], 0, 4);")]
    [TestCase("GB3326", "using Stream file = File.OpenRead(\"a\"); await file.ReadAsync(new byte[4]).ConfigureAwait(false);")]
    [TestCase("GB3326", "using var gate = new Mutex(); gate.WaitOne(100);")]
    [TestCase("GB3327", "var n = Random.Shared.Next(); n = Random.Shared.Next(); Console.Write(n);")]
    [TestCase("GB3327", "string? s; s = Guid.NewGuid().ToString();")]
    [TestCase("GB3327", "var text = \"\"; for (var i = 0; i < 3; i++) { text = i.ToString(); }")]
    [TestCase("GB3329", "var start = DateTime.Now; Console.Write(DateTime.UtcNow - start);")]
    [TestCase("GB3329", "bool IsOver(DateTime endUtc) => DateTime.Now > endUtc; Console.Write(IsOver(default));")]
    [TestCase("GB3329", "Console.Write(DateTime.Today.AddDays(1) < DateTime.UtcNow);")]
    [TestCase("GB3330", "static int Rest(int width, int height) => width - height; int width = 3, height = 4; Console.Write(Rest(height, width));")]
    [TestCase("GB3330", "throw new ArgumentException(nameof(Console), \"It is wrong.\");")]
    [TestCase("GB3330", "throw new ArgumentNullException(\"There is none.\", nameof(Console));")]
    [TestCase("GB3331", "Console.Write(string.Format(\"{0} {1}\", 1));")]
    [TestCase("GB3331", "const string Line = \"{2}\"; Console.WriteLine(Line, 1, 2);")]
    [TestCase("GB3331", "new System.Text.StringBuilder().AppendFormat(\"{0\", 1);")]
    [TestCase("GB3331", "Console.WriteLine(\"none\", 1);")]
    [TestCase("GB3332", "var q = new List<int>().Select(n => n * 2); if (q.Count() > 1) Console.Write(q.Sum());")]
    [TestCase("GB3332", "var q = from n in new[] { 1 } where n > 1 select n; foreach (var one in q) Console.Write(one); Console.Write(q.Count());")]
    [TestCase("GB3332", "var q = new[] { 2, 1 }.OrderBy(n => n); var first = q.ToList(); var second = q.ToArray(); Console.Write(first.Count + second.Length);")]
    [TestCase("GB3333", "var tasks = new List<Task>(); for (var i = 0; i < 3; i++) tasks.Add(Task.Run(() => Console.Write(i))); await Task.WhenAll(tasks);")]
    [TestCase("GB3333", "for (var i = 0; i < 3; i++) { var thread = new Thread(() => Console.Write(i)); thread.Start(); }")]
    [TestCase("GB3333", "var all = new Action[3]; for (var i = 0; i < 3; i++) all[i] = () => Console.Write(i); all[0]();")]
    [TestCase("GB3334", "var all = new List<int>(); foreach (var n in all) { if (n > 1) all.Remove(n); }")]
    [TestCase("GB3334", "var all = new Dictionary<int, int>(); foreach (var key in all.Keys) all.Add(key + 1, 0);")]
    [TestCase("GB3334", "var all = new Queue<int>(); foreach (var n in all) { Console.Write(n); all.Enqueue(n); }")]
    [TestCase("GB3335", "int Next(int n) => Next(n) + 1; Next(1);")]
    [TestCase("GB3336", "var n = Random.Shared.Next(); while (n > 0) { Console.Write(n); }")]
    [TestCase("GB3336", "for (var i = 0; i < 10; i--) Console.Write(i);")]
    [TestCase("GB3336", "for (int i = 0, j = 0; j < 3; i++) Console.Write(i);")]
    [TestCase("GB3336", "var done = false; do { Console.Write(1); } while (!done);")]
    [TestCase("GB3337", "var r = new StreamReader(\"a\"); r.Dispose(); Console.Write(r.ReadLine());")]
    [TestCase("GB3337", "var file = File.OpenRead(\"a\"); file.Close(); file.ReadByte();")]
    [TestCase("GB3337", "var r = new StreamReader(\"a\"); using (r) { Console.Write(r.Read()); } Console.Write(r.Read());")]
    [TestCase("GB3339", "var s = \"\"; foreach (var n in new[] { 1, 2 }) s += n; Console.Write(s);")]
    [TestCase("GB3339", "var s = \"\"; while (Random.Shared.Next() > 0) { s = s + \"a\" + 1; } Console.Write(s);")]
    [TestCase("GB3339", "var s = \"\"; for (var i = 0; i < 1000; i++) { if (i > 3) s += i; } Console.Write(s);")]
    [TestCase("GB3340", "foreach (var n in new[] { 1, 2 }) Console.Write(new Random().Next(n));")]
    [TestCase("GB3340", "while (Random.Shared.Next() > 0) { var dice = new Random(42); Console.Write(dice.Next()); }")]
    [TestCase("GB3340", "const int Seed = 7; for (var i = 0; i < 3; i++) Console.Write(new Random(Seed).Next());")]
    [TestCase("GB3341", "GC.Collect();")]
    [TestCase("GB3341", "GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();")]
    [TestCase("GB3341", "GC.Collect(2, GCCollectionMode.Forced);")]
    [TestCase("GB3342", "Environment.Exit(1);")]
    [TestCase("GB3342", "if (Random.Shared.Next() < 0) Environment.Exit(2);")]
    [TestCase("GB3342", "void Quit(int code) { Environment.Exit(code); } Quit(1);")]
    [TestCase("GB3344", "new Thread(() => { }).Abort();")]
    [TestCase("GB3344", "var thread = Thread.CurrentThread; thread.Suspend();")]
    [TestCase("GB3344", "Thread.ResetAbort();")]
    [TestCase("GB3345", "// HACK: until the next version\nConsole.Write(1);")]
    [TestCase("GB3345", "/* BUG 12 */ Console.Write(1);")]
    [TestCase("GB3345", "Console.Write(1); // FIXME")]
    public async Task Mistake_IsFoundOnce(string rule, string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("var a = Random.Shared.Next(); var b = a; a = b; Console.Write(a);")]
    [TestCase("var p = new System.Drawing.Point { X = 1 }; var X = 2; var q = new System.Drawing.Point { X = X }; Console.Write(p == q);")]
    [TestCase("var map = new Dictionary<int, int> { [1] = 2 }; map[1] = map[1];")]
    [TestCase("var d = Math.Sqrt(Random.Shared.Next()); Console.Write(d != d);")]
    [TestCase("Console.Write(DateTime.Now == DateTime.Now);")]
    [TestCase("var a = Random.Shared.Next(); var b = Random.Shared.Next(); Console.Write(a == b || a - b > 0);")]
    [TestCase("var n = Random.Shared.Next(); if (n > 3) Console.Write(1); else Console.Write(2);")]
    [TestCase("var n = Random.Shared.Next(); if (n > 3) { Console.Write(1); /* the same on purpose */ } else { Console.Write(1); }")]
    [TestCase("var n = Random.Shared.Next(); Console.Write(n > 3 ? \"a\" : \"b\");")]
    [TestCase("var n = Random.Shared.Next(); if (n == 1 || n == 2) Console.Write(n); else if (n == 3) Console.Write(3);")]
    [TestCase("if (Random.Shared.Next() == 1) Console.Write(1); else if (Random.Shared.Next() == 1) Console.Write(2);")]
    [TestCase("var n = Random.Shared.Next(); if (n == 1) n = Random.Shared.Next(); if (n == 1) Console.Write(n);")]
    [TestCase("bool more; while (more = Random.Shared.Next() > 0) Console.Write(more);")]
    [TestCase("string? s; while ((s = Thread.CurrentThread.Name) != null) Console.Write(s);")]
    [TestCase("bool ok; ok = Random.Shared.Next() > 1; if (ok == true) Console.Write(1);")]
    [TestCase("var n = Random.Shared.Next(); Console.Write(n < 0 || n > 10); Console.Write(n > 0 && n < 10); Console.Write(n != 1 && n != 2);")]
    [TestCase("int? n = Random.Shared.Next(); Console.Write(n > 0 || n <= 0);")]
    [TestCase("uint u = 3; for (var i = u; i > 0; i--) Console.Write(i);")]
    [TestCase("while (Random.Shared.Next() > 0);")]
    [TestCase("var n = Random.Shared.Next(); if (n > 3) { Console.Write(n); }")]
    [TestCase("for (var i = 0; i < 3; i++); Console.Write(1);")]
    [TestCase("var s = Thread.CurrentThread.Name; if (s == null || s.Length > 2) Console.Write(s); if (s != null && s.Length > 2) Console.Write(s);")]
    [TestCase("var s = Thread.CurrentThread.Name; if (s == null) { s = \"\"; Console.Write(s.Length); }")]
    [TestCase("int? n = Random.Shared.Next(); if (n == null && n.HasValue) Console.Write(1);")]
    [TestCase("var s = Thread.CurrentThread.Name; Console.Write(s?.Length); if (s == null) return;")]
    [TestCase("var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(s.Length); s = Thread.CurrentThread.Name; if (s == null) return;")]
    [TestCase("var s = Thread.CurrentThread.Name; if (s == null) return; Console.Write(s.Length);")]
    [TestCase("switch (Random.Shared.Next() > 0 ? DayOfWeek.Monday : DayOfWeek.Sunday) { case DayOfWeek.Monday: Console.Write(1); break; case DayOfWeek.Sunday: Console.Write(2); break; }")]
    [TestCase("object a = \"x\"; Console.Write(a.Equals(\"y\")); Console.Write(a is \"z\");")]
    [TestCase("object a = new(); object b = new(); Console.Write(a == b);")]
    [TestCase("var s = \"x\"; Console.Write((object)s == (object)\"y\");")]
    [TestCase("Console.Write(1.Equals(2)); object o = 1; Console.Write(2.Equals(o));")]
    [TestCase("int? n = 1; Console.Write(n.Equals(1)); Console.Write(\"a\".Equals(\"b\"));")]
    [TestCase("var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(s.ToLowerInvariant() == \"abc\"); Console.Write(s.ToLower() == \"12\");")]
    [TestCase("var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(string.Compare(s, \"a\", StringComparison.Ordinal) == 0); Console.Write(string.Compare(s, \"a\") < 0);")]
    [TestCase("var a = Math.Sqrt(Random.Shared.Next()); Console.Write(a == 0); Console.Write(a * 2 == 4); Console.Write(Math.Abs(a - 1) < 0.1);")]
    [TestCase("var a = Random.Shared.Next(); var third = a / 3; double share = (double)a / 3; Console.Write(share + third);")]
    [TestCase("double two = 6 / 3; var w = Random.Shared.Next(); float half = w / 2; Console.Write(two + half);")]
    [TestCase("int w = Random.Shared.Next(), h = Random.Shared.Next(); long area = (long)w * h; long bits = w * 8; Console.Write(area + bits);")]
    [TestCase("int w = Random.Shared.Next(), h = Random.Shared.Next(); checked { long area = w * h; Console.Write(area); }")]
    [TestCase("byte b = 3; var w = Random.Shared.Next(); long size = b * w; Console.Write(size);")]
    [TestCase("var n = Random.Shared.Next(); Console.Write(n << 31); Console.Write((long)n << 40); Console.Write(n >> n);")]
    [TestCase("var names = new List<string>(); Console.Write(names.IndexOf(\"a\") >= 0);")]
    [TestCase("var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(s.IndexOf('@') > 0); Console.Write(s.LastIndexOf(\"ab\", StringComparison.Ordinal) > 0);")]
    [TestCase("var s = Thread.CurrentThread.Name ?? \"\"; var i = s.IndexOf(\"abc\", StringComparison.Ordinal); if (i > 0) Console.Write(s.Substring(0, i));")]
    [TestCase("var a = new int[3]; Console.Write(a[a.Length - 1]); Console.Write(a[^1]);")]
    [TestCase("var s = Thread.CurrentThread.Name ?? \"\"; Console.Write(s.Substring(0, s.Length)); var map = new Dictionary<int, int>(); map[map.Count] = 1;")]
    [TestCase("try { File.ReadAllText(\"a\"); } catch (IOException) { }")]
    [TestCase("try { File.ReadAllText(\"a\"); } catch (Exception) { /* there may be none */ }")]
    [TestCase("var file = File.OpenRead(\"a\"); try { file.Dispose(); } catch { }")]
    [TestCase("var ok = true; try { File.ReadAllText(\"a\"); } catch (Exception) { ok = false; } Console.Write(ok);")]
    [TestCase("try { File.ReadAllText(\"a\"); } catch (Exception e) { throw new IOException(\"a\", e); }")]
    [TestCase("void Check(int n) { if (n > 1) throw new InvalidOperationException(); } Check(1);")]
    [TestCase("try { File.ReadAllText(\"a\"); } catch (IOException e) { Console.Write(e); throw; }")]
    [TestCase("Exception? kept = null; try { File.ReadAllText(\"a\"); } catch (IOException e) { kept = e; } if (kept != null) throw kept;")]
    [TestCase("try { File.ReadAllText(\"a\"); } finally { try { File.Delete(\"a\"); throw new IOException(); } catch (IOException) { Console.Write(1); } }")]
    [TestCase("try { File.ReadAllText(\"a\"); } finally { Func<int> fail = () => throw new IOException(); Console.Write(fail); }")]
    [TestCase("var all = new List<int>(); all.Add(1); all.Reverse(); var text = new System.Text.StringBuilder(); text.Append(1);")]
    [TestCase("using var memory = new MemoryStream(); memory.Read(new byte[1], 0, 1); using Stream other = new MemoryStream(); other.Read(new byte[1], 0, 1);")]
    [TestCase("var all = System.Collections.Immutable.ImmutableList.CreateBuilder<int>(); all.Add(1);")]
    [TestCase("try { \"a\".Substring(3); } catch (ArgumentException) { Console.Write(1); }")]
    [TestCase("using var gate = new Mutex(); if (gate.WaitOne(100)) gate.ReleaseMutex();")]
    [TestCase("var n = Random.Shared.Next(); n = n + Random.Shared.Next(); Console.Write(n);")]
    [TestCase("var n = 0; n = Random.Shared.Next(); Console.Write(n);")]
    [TestCase("string s; if (Random.Shared.Next() > 1) s = Thread.CurrentThread.Name ?? \"\"; else s = \"b\"; Console.Write(s);")]
    [TestCase("var start = DateTime.UtcNow; Console.Write(DateTime.UtcNow - start); Console.Write(DateTime.Now - DateTime.Today);")]
    [TestCase("Console.Write(DateTimeOffset.Now - DateTimeOffset.UtcNow);")]
    [TestCase("static int Rest(int width, int height) => width - height; int width = 3, height = 4; Console.Write(Rest(width, height)); Console.Write(Rest(height: width, width: height));")]
    [TestCase("static int Compare(int left, int right) => left - right; int left = Random.Shared.Next(), right = 2; Console.Write(Compare(right, left));")]
    [TestCase("static int Span(int low, int high) => high - low; int low = Random.Shared.Next(), high = Random.Shared.Next(); Console.Write(low > high ? Span(high, low) : Span(low, high));")]
    [TestCase("throw new ArgumentException(\"It is wrong.\", nameof(Console));")]
    [TestCase("Console.Write(string.Format(\"{0:N2} {{x}}\", 1)); Console.WriteLine(\"{0} {1}\", new object[] { 1, 2 }); Console.WriteLine(\"{\");")]
    [TestCase("var q = new List<int>().Select(n => n * 2).ToList(); if (q.Count > 1) Console.Write(q.Sum());")]
    [TestCase("var q = new List<int>().Select(n => n * 2); if (Random.Shared.Next() > 1) Console.Write(q.Sum()); else Console.Write(q.Max());")]
    [TestCase("var q = new List<int>().Select(n => n * 2); if (Random.Shared.Next() > 1) { Console.Write(q.Sum()); return; } Console.Write(q.Max());")]
    [TestCase("var tasks = new List<Task>(); for (var i = 0; i < 3; i++) { var round = i; tasks.Add(Task.Run(() => Console.Write(round))); } await Task.WhenAll(tasks);")]
    [TestCase("for (var i = 0; i < 3; i++) await Task.Run(() => Console.Write(i));")]
    [TestCase("for (var i = 0; i < 3; i++) Console.Write(new[] { 1 }.Any(n => n == i));")]
    [TestCase("var tasks = new List<Task>(); foreach (var n in new[] { 1 }) tasks.Add(Task.Run(() => Console.Write(n))); await Task.WhenAll(tasks);")]
    [TestCase("var all = new List<int>(); foreach (var n in all.ToList()) all.Remove(n);")]
    [TestCase("var all = new List<int>(); foreach (var n in all) { if (n > 1) { all.Remove(n); break; } }")]
    [TestCase("var all = new Dictionary<int, int>(); foreach (var pair in all) all.Remove(pair.Key);")]
    [TestCase("int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1); Factorial(3);")]
    [TestCase("var n = Random.Shared.Next(); while (n > 0) { n--; }")]
    [TestCase("var n = Random.Shared.Next(); while (n > 0) { Console.Write(n); if (Random.Shared.Next() < 0) break; }")]
    [TestCase("var done = false; Action stop = () => done = true; while (!done) { stop(); }")]
    [TestCase("var n = Random.Shared.Next(); while (n > 0) { await Task.Delay(1); }")]
    [TestCase("while (true) { if (Random.Shared.Next() < 0) return; }")]
    [TestCase("var memory = new MemoryStream(); memory.Dispose(); Console.Write(memory.ToArray().Length);")]
    [TestCase("var r = new StreamReader(\"a\"); r.Dispose(); r = new StreamReader(\"b\"); r.Read(); r.Dispose();")]
    [TestCase("using var r = new StreamReader(\"a\"); Console.Write(r.Read());")]
    [TestCase("var s = \"\"; for (var i = 0; i < 3; i++) s += i; Console.Write(s);")]
    [TestCase("foreach (var n in new[] { 1 }) { var s = \"a\"; s += n; Console.Write(s); }")]
    [TestCase("var sum = 0; foreach (var n in new[] { 1, 2 }) sum += n; Console.Write(sum);")]
    [TestCase("var dice = new Random(); for (var i = 0; i < 3; i++) Console.Write(dice.Next() + Random.Shared.Next());")]
    [TestCase("for (var i = 0; i < 3; i++) Console.Write(new Random(i).Next());")]
    [TestCase("GC.KeepAlive(this); Console.Write(GC.GetTotalMemory(false)); Environment.ExitCode = 1;")]
    [TestCase("using var stop = new CancellationTokenSource(); stop.Cancel(); Thread.CurrentThread.Interrupt();")]
    [TestCase("// Not a hack, and no bug. HACKERS know this.\nConsole.Write(1);")]
    [TestCase("// TODO: say more\nConsole.Write(1);")]
    public async Task GoodCode_IsLeftAlone(string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("GB3301", "private int n; public Subject(int n) { n = n; } public int N => n;")]
    [TestCase("GB3308", "private readonly string? name = Environment.MachineName; public bool IsLong() => this.name is null && this.name.Length > 9;")]
    [TestCase("GB3310", "public enum Light { Red, Yellow, Green, Blue } public static int Of(Light light) { var n = 0; switch (light) { case Light.Red: n = 1; break; case Light.Yellow: n = 2; break; case Light.Green: n = 3; break; } return n; }")]
    [TestCase("GB3310", "public enum Light { Red, Yellow, Green, Blue } public static int Of(Light light) { var n = 0; switch (light) { case Light.Red: case Light.Yellow: n = 1; break; case Light.Green: n = 3; break; } return n; }")]
    [TestCase("GB3310", "public enum Light { Red, Yellow, Green, Blue, None } private readonly Light light = Light.Red; public void Show() { switch (light) { case Light.Red: Console.Write(1); break; case Light.Yellow: Console.Write(2); break; case Light.Blue: Console.Write(3); break; } }")]
    [TestCase("GB3312", "private readonly int n = Environment.TickCount; public override bool Equals(object? other) => other is Subject same && same.n == n;")]
    [TestCase("GB3312", "public struct Size { public int Width; public override bool Equals(object? other) => other is Size size && size.Width == Width; }")]
    [TestCase("GB3312", "public class Plain { } public sealed class Tag : Plain { public string Text { get; init; } = \"\"; public override bool Equals(object? other) { return other is Tag tag && tag.Text == Text; } }")]
    [TestCase("GB3328", "private int Twice(int n) => n * 2; public int Once() => 3;")]
    [TestCase("GB3328", "private static int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1); public int Once() => 3;")]
    [TestCase("GB3328", "private async Task Save() { await Task.Yield(); } public int Once() => 3;")]
    [TestCase("GB3335", "public int N { get { return N; } }")]
    [TestCase("GB3335", "public int Count(int n) { Console.Write(n); return Count(n - 1); }")]
    [TestCase("GB3335", "private int n; public int N { get => n; set { N = value; } }")]
    [TestCase("GB3338", "private readonly FileStream file = new(\"a\", FileMode.Open); public int First() => file.ReadByte();")]
    [TestCase("GB3338", "private readonly Timer timer; public Subject() { timer = new Timer(_ => { }); } public bool Begin() => timer.Change(1, 1);")]
    [TestCase("GB3338", "private readonly FileSystemWatcher? watcher = new(\"a\"); public void Begin() { watcher!.EnableRaisingEvents = true; }")]
    [TestCase("GB3343", "public static int Count;")]
    [TestCase("GB3343", "public static readonly int[] Sizes = { 1, 2 };")]
    [TestCase("GB3343", "public static readonly List<string> Names = new();")]
    [TestCase("GB3345", "// XXX does not work\npublic int Count => 3;")]
    public async Task MistakeOfAMember_IsFoundOnce(string rule, string members)
    {
        var code = Code.Of(ConcurrencyRuleTests.Type(members));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("public enum Light { Red, Yellow, Green, Blue } public static int Of(Light light) { var n = 0; switch (light) { case Light.Red: n = 1; break; case Light.Yellow: n = 2; break; case Light.Green: n = 3; break; default: n = 4; break; } return n; }")]
    [TestCase("public enum Light { Red, Yellow, Green, Blue } public static int Of(Light light) { switch (light) { case Light.Red: return 1; case Light.Yellow: return 2; case Light.Green: return 3; } return 4; }")]
    [TestCase("public enum Light { Red, Yellow, Green, Blue } public static void Show(Light light) { switch (light) { case Light.Red: Console.Write(1); break; case Light.Yellow: Console.Write(2); break; } }")]
    [TestCase("private readonly int n = Environment.TickCount; public override bool Equals(object? other) => other is Subject same && same.n == n; public override int GetHashCode() => n;")]
    [TestCase("public bool Equals(Subject? other) => other is not null;")]
    [TestCase("public class Plain { public override bool Equals(object? other) => other is Plain; public override int GetHashCode() => 1; } public class Tag : Plain { public override bool Equals(object? other) => other is Tag; }")]
    [TestCase("private int Twice(int n) => n * 2; public int Once() => Twice(3);")]
    [TestCase("private void Hidden() { } public string Name => nameof(Hidden);")]
    [TestCase("private void OnClick(object sender, EventArgs e) { Console.Write(e); }")]
    [TestCase("[Obsolete] private void Old() { Console.Write(1); }")]
    [TestCase("public int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);")]
    [TestCase("public Subject? Parent { get; set; } public int Depth => Parent is null ? 0 : Parent.Depth + 1;")]
    [TestCase("public int Sum(int n) => Sum(n, 1); public int Sum(int n, int m) => n + m;")]
    [TestCase("public int Count(int n) { if (n < 0) return 0; return Count(n - 1); }")]
    [TestCase("public Subject? Next { get; init; } public Subject Copy => new Subject { Next = Next };")]
    [TestCase("private static readonly Timer Shared = new(_ => { }); public bool Begin() => Shared.Change(1, 1);")]
    [TestCase("private readonly Timer timer = new(_ => { }); public void Stop() { timer.Dispose(); }")]
    [TestCase("private readonly FileStream file; public Subject(FileStream file) { this.file = file; } public int First() => file.ReadByte();")]
    [TestCase("public const int A = 1; public static readonly int B = 2; public static int C { get; } = 1; public static readonly string[] None = Array.Empty<string>();")]
    [TestCase("internal static int Count; private static readonly int[] Sizes = { 1, 2 }; public int First => Sizes[0];")]
    public async Task GoodMember_IsLeftAlone(string members)
    {
        var code = Code.Of(ConcurrencyRuleTests.Type(members));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("public partial class Subject { private void Hidden() { } }")]
    [TestCase("public static class Program { public static void Main() { Environment.Exit(1); } }")]
    [TestCase("public sealed class Journal : IDisposable { private readonly FileStream file = new(\"a\", FileMode.Open); public void Dispose() => file.Dispose(); }")]
    public async Task GoodDocument_IsLeftAlone(string document)
    {
        var code = Code.Of(document);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task UnresolvedCode_IsJudgedByWhatIsWritten()
    {
        var findings = await Code.Unresolved("""
            public class Orders
            {
                public void Send(Order order)
                {
                    if (order == null && order.Total > 3) Post(order);
                    if (order.Total == 1) Post(order);
                    else if (order.Total == 1) Drop(order);
                    throw new Exception("unknown");
                }
            }
            """).FindingsAsync();
        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB3308", "GB3304", "GB3323" }));
    }

    [Test]
    public async Task TopLevelStatements_AreReadAsWell()
    {
        var code = Code.Of("""
            //top
            var n = Random.Shared.Next();
            n = Random.Shared.Next();
            if (n < 0 && n > 10) Console.Write(n);
            """);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB3327", "GB3306" }));
    }
}
