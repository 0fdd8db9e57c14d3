namespace Glassbox.Clients.Tests;

/// <summary>
/// The processes of one run, found by a mark in their environment, which children inherit: so those count too whose
/// parent has gone. Linux only; elsewhere none are seen.
/// </summary>
internal static class Processes
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>What is alive and has the mark in its environment: process ids with command lines.</summary>
    public static IReadOnlyDictionary<int, string> WithMark(string mark)
    {
        var found = new Dictionary<int, string>();
        if (!OperatingSystem.IsLinux()) return found;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id)
                && Read(folder, "environ").Contains(mark, StringComparison.Ordinal))
            {
                found.Add(id, Read(folder, "cmdline").Replace('\0', ' ').Trim());
            }
        }

        return found;
    }

    /// <summary>Waits until nothing with the mark is alive, and returns what still is at the deadline.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> AwaitEndAsync(string mark, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Interval);
        var living = WithMark(mark);
        while (living.Count > 0 && !deadline.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            living = WithMark(mark);
        }

        return living;
    }

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or it is somebody else's.
            return "";
        }
    }
}
