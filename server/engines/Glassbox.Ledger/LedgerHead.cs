using System.Globalization;
using System.Text;

namespace Glassbox.Ledger;

/// <summary>The newest record, remembered beside the ledger.</summary>
/// <param name="Sequence">Its sequence; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record LedgerHead(long Sequence, string Hash)
{
    /// <summary>Of a ledger without records.</summary>
    public static LedgerHead Start { get; } = new(0, LedgerLine.NoHash);

    /// <summary>Reads it; null where there is none, or it is no head.</summary>
    public static LedgerHead? Read(LedgerFiles files)
    {
        try
        {
            var text = File.ReadAllText(files.Head).TrimEnd('\n');
            return text.Split(' ') is [var sequence, { Length: 64 } hash]
                && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new LedgerHead(number, hash)
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes it so that a crash leaves either the old or the new.</summary>
    public void Write(LedgerFiles files)
    {
        var draft = files.Head + ".new";
        using (var stream = LedgerFiles.OpenPrivate(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Sequence} {Hash}\n")));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, files.Head, overwrite: true);
    }
}
