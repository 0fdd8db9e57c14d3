using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Asks a core of its own every question once, on a text of its own. Whatever runs for the first time is compiled first and
/// reads its references, up to half a second a feature; the user's first question then does not pay for it.
/// </summary>
/// <param name="core">A session that nobody else uses: it learns the text. It ends with the rehearsal.</param>
public sealed class Rehearsal(ICore core) : IAsyncDisposable
{
    private const string Before = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        namespace Rehearsal;

        public sealed class Lines
        {
            private readonly List<string> lines = new List<string>();

            public async Task<int> CountAsync(string name)
            {
                if (name == null) return 0;
                lines.Add(name.Trim());
                lines.Add(name.Trim());
                lines.Add(name.Trim());
                var chosen = lines.Where(line => line.Length > 1).ToList();
                foreach (var line in chosen) lines.Add($"{line}, {name}");
                await Task.Yield();

        """;

    private const string Finding = "        var sum = System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(name));\n";

    private const string Indent = "        ";

    private const string After = """
                return sum.Length;
            }
        }
        """;

    private const string Text = Before + Finding + After;

    private static readonly DocumentPath Document = DocumentPath.FromUri("untitled:Rehearsal.cs");

    private readonly CancellationTokenSource ended = new();
    private Task typing = Task.CompletedTask;
    private int version = 1;
    private int disposed;

    /// <summary>Begins with what happens at keystrokes: edits, a popup of members, one of names.</summary>
    public void Begin() => typing = Task.Run(() => TypeAsync(ended.Token));

    /// <summary>Goes on with what happens when the hands rest: ghost text, documentation, findings and actions.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellationToken);
        await typing;
        await LookAsync(either.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        await ended.CancelAsync();
        await typing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (core is IAsyncDisposable session) await session.DisposeAsync();
        ended.Dispose();
    }

    private async Task TypeAsync(CancellationToken cancellationToken)
    {
        await core.OpenSessionAsync(new SessionOptions([], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false), cancellationToken);
        await core.OpenDocumentAsync(new OpenedDocument(Document, "csharp", version, Text), cancellationToken);
        await CompleteAsync("lines.", '.', cancellationToken);
        await CompleteAsync("nam", null, cancellationToken);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var answer = await CompleteAsync("Lis", null, cancellationToken);
        if (answer.Candidates is [var candidate, ..])
            await core.DescribeAsync(new DescribeQuery(Document, answer.AnswerId, candidate.Key), cancellationToken);
        await WithTypedAsync("lines.Add(", at => core.CompleteInlineAsync(new GhostTextQuery(Document, at, IsExplicit: false, SelectedCompletion: null), cancellationToken), cancellationToken);
        var found = await core.FindAsync(Document, cancellationToken);
        foreach (var finding in found.Findings.Take(1))
        {
            await core.ExplainAsync(Document, finding.Range.Start, cancellationToken);
            // Listing verifies the fix, which is the work; resolving it would enter the ledger, where only the user's doings belong.
            await core.ListActionsAsync(Document, finding.Range, cancellationToken);
        }
    }

    private Task<CompletionAnswer> CompleteAsync(string typed, char? trigger, CancellationToken cancellationToken) =>
        WithTypedAsync(typed, at => core.CompleteAsync(new CompletionQuery(Document, at, trigger, IsExplicit: false), cancellationToken), cancellationToken);

    private async Task<T> WithTypedAsync<T>(string typed, Func<TextPosition, Task<T>> ask, CancellationToken cancellationToken)
    {
        var inserted = Indent + typed;
        await ChangeAsync(new OffsetEdit(Before.Length, 0, inserted), Text.Length, cancellationToken);
        var answer = await ask(new TextPosition(Before.Count(letter => letter == '\n'), inserted.Length));
        await ChangeAsync(new OffsetEdit(Before.Length, inserted.Length, ""), Text.Length + inserted.Length, cancellationToken);
        return answer;
    }

    private Task ChangeAsync(OffsetEdit edit, int lengthBefore, CancellationToken cancellationToken) =>
        core.ChangeDocumentAsync(new DocumentChange(Document, ++version, [edit], lengthBefore), cancellationToken);
}
