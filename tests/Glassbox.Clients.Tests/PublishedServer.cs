using Glassbox.Testing;

namespace Glassbox.Clients.Tests;

/// <summary>
/// The published executable: what GLASSBOX_EXE names, else <c>artifacts/glassbox/glassbox</c>. It is not built here;
/// the target Test of build.cake publishes it first and names it.
/// </summary>
internal static class PublishedServer
{
    private static readonly Lazy<Availability> Found = new(Find);

    public static Availability Availability => Found.Value;

    private static Availability Find()
    {
        if (Environment.GetEnvironmentVariable("GLASSBOX_EXE") is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? new Availability(named, null)
                : throw new FileNotFoundException($"GLASSBOX_EXE names {named}, which is not there.");
        }

        var name = OperatingSystem.IsWindows() ? "glassbox.exe" : "glassbox";
        var published = Repository.Combine("artifacts", "glassbox", name);
        return File.Exists(published)
            ? new Availability(published, null)
            : new Availability(null, "The server is not published: run the target Publish, or set GLASSBOX_EXE.");
    }
}
