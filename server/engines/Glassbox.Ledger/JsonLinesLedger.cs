using System.Runtime.CompilerServices;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Ledger;

/// <summary>
/// The ledger as a file of JSON lines, each of which holds the hash of the one before. Opening costs nothing: files are
/// touched when a record is written or read.
/// </summary>
/// <param name="folder">The user's state folder; made with the first record.</param>
/// <param name="time">Dates the records.</param>
public sealed class JsonLinesLedger(string folder, TimeProvider time) : ILedger, IDisposable
{
    private const int UnixReadOnlyFileSystem = 30;

    private readonly LedgerFiles files = new(folder);
    private readonly SemaphoreSlim turn = new(1);

    /// <inheritdoc/>
    public string Location => files.Records;

    /// <inheritdoc/>
    public async Task<LedgerAppend> AppendAsync(LedgerEvent what, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            // Writing through to the disk blocks for milliseconds: not on the caller's thread.
            return await Task.Run(() => AppendLockedAsync(what, cancellationToken), cancellationToken);
        }
        catch (UnauthorizedAccessException e)
        {
            return new LedgerAppend(null, LedgerProblem.NotWritable, e.Message);
        }
        catch (IOException e)
        {
            var isReadOnly = !OperatingSystem.IsWindows() && e.HResult == UnixReadOnlyFileSystem;
            return new LedgerAppend(null, isReadOnly ? LedgerProblem.NotWritable : LedgerProblem.DiskFailed, e.Message);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(files.Records)) yield break;
        await using var stream = OpenForReading();
        await foreach (var (line, isComplete) in LineReader.ReadAsync(stream, stream.Length, cancellationToken))
            if (isComplete && LedgerLine.Read(line) is { } record) yield return record;
    }

    /// <inheritdoc/>
    public async Task<LedgerVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => VerifyFilesAsync(cancellationToken), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new LedgerVerification(LedgerFault.Unreadable, 0, null, null, e.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<LedgerAppend> AppendLockedAsync(LedgerEvent what, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(files.Folder);
        using var held = await LedgerLock.TakeAsync(files.Lock, time, cancellationToken);
        if (held is null) return new LedgerAppend(null, LedgerProblem.Busy, null);

        // From here to the end nothing is cancelled: half a record is worse than a late one.
        await using var stream = LedgerFiles.OpenPrivate(files.Records, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var tail = await LedgerTail.ReadAsync(stream, CancellationToken.None);
        if (tail.TornBytes > 0) MoveTornLine(stream, tail);
        var headFollows = BringHeadInLine(tail);

        var (line, record) = LedgerLine.Write(tail.Sequence + 1, time.GetUtcNow(), what, tail.Hash);
        WriteWhole(stream, tail.End, line);
        if (headFollows) TryWriteHead(new LedgerHead(record.Sequence, record.Hash));
        return tail.TornBytes > 0
            ? new LedgerAppend(record, LedgerProblem.TornLineMoved, files.Torn)
            : new LedgerAppend(record, LedgerProblem.None, null);
    }

    private void MoveTornLine(FileStream stream, LedgerTail tail)
    {
        var torn = new byte[tail.TornBytes];
        stream.Position = tail.End;
        stream.ReadExactly(torn);
        using (var aside = LedgerFiles.OpenPrivate(files.Torn, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            aside.Write(torn);
            aside.Write("\n"u8);
            aside.Flush(flushToDisk: true);
        }

        stream.SetLength(tail.End);
    }

    private static void WriteWhole(FileStream stream, long end, byte[] line)
    {
        try
        {
            stream.Position = end;
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A full disk may have taken a part of it. What remains if this fails too is a torn line, which the next record heals.
            stream.SetLength(end);
            throw;
        }
    }

    /// <summary>
    /// Invariant: the head is only ever moved from a record to the one after it. A head that names something else is the
    /// trace of records taken away or changed; writing it anew would wipe that trace.
    /// </summary>
    /// <returns>Whether the head may follow the next record.</returns>
    private bool BringHeadInLine(LedgerTail tail)
    {
        var head = LedgerHead.Read(files);
        var newest = new LedgerHead(tail.Sequence, tail.Hash);
        if (head == newest) return true;

        var isNew = head is null && tail.Sequence == 0;
        var isOneBehind = head is not null && head.Sequence == tail.Sequence - 1 && head.Hash == tail.Previous;
        if (!isNew && !isOneBehind) return false;
        newest.Write(files);
        return true;
    }

    private void TryWriteHead(LedgerHead head)
    {
        try
        {
            head.Write(files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The record is written, which is what the caller asked; a head one behind is brought in line by the next record.
        }
    }

    private async Task<LedgerVerification> VerifyFilesAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(files.Folder)) return new LedgerVerification(LedgerFault.None, 0, null, null, null);

        // Length and head belong together, so a writer must not come in between; what is before the length never changes.
        LedgerHead? head;
        long length;
        using (await TryTakeLockAsync(cancellationToken))
        {
            head = LedgerHead.Read(files);
            length = File.Exists(files.Records) ? new FileInfo(files.Records).Length : 0;
        }

        await using Stream stream = length == 0 ? Stream.Null : OpenForReading();
        return await ChainVerifier.VerifyAsync(LineReader.ReadAsync(stream, length, cancellationToken), head);
    }

    private async Task<IDisposable?> TryTakeLockAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await LedgerLock.TakeAsync(files.Lock, time, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A ledger on a medium that may only be read has no writers either.
            return null;
        }
    }

    private FileStream OpenForReading() =>
        new(files.Records, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, useAsync: true);
}
