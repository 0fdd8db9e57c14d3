using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Glassbox.Testing.Wire;

/// <summary>Processes by id: who is whose child, who lives, and how to end one without asking.</summary>
public static class ProcessTree
{
    /// <summary>The children of a process; empty on systems without <c>/proc</c>.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent)
    {
        if (!Directory.Exists("/proc")) return [];
        var children = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Stat(id) is { } stat && stat.Parent == parent) children.Add(id);
        }

        return children;
    }

    /// <summary>True while a process runs; one that only waits to be collected by its parent does not.</summary>
    public static bool IsAlive(int id)
    {
        if (Directory.Exists("/proc")) return Stat(id) is { State: not ('Z' or 'X') };
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Ends a process at once (SIGKILL).</summary>
    public static void Kill(int id)
    {
        // To the system, 0 and less are groups: the test's own among them.
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself.
        }
    }

    /// <summary>Stops a process without ending it (SIGSTOP), so that it hangs.</summary>
    public static async Task StopAsync(int id, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        using var process = Process.Start("kill", ["-STOP", id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancellationToken);
    }

    private static (int Parent, char State)? Stat(int id)
    {
        try
        {
            // "pid (name) state ppid …", where the name may hold spaces and parentheses.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ', 3);
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
