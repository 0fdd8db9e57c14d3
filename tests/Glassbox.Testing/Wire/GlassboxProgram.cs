namespace Glassbox.Testing.Wire;

/// <summary>The published program that the tests drive.</summary>
public static class GlassboxProgram
{
    /// <summary>
    /// What <c>GLASSBOX_EXE</c> names, else what the build publishes into <c>artifacts/glassbox</c>.
    /// </summary>
    /// <exception cref="WireException">It is not there; the message says how to make it.</exception>
    public static string Path
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("GLASSBOX_EXE");
            var path = !string.IsNullOrEmpty(named)
                ? System.IO.Path.GetFullPath(named)
                : Repository.Combine("artifacts", "glassbox", OperatingSystem.IsWindows() ? "glassbox.exe" : "glassbox");
            return File.Exists(path) ? path : throw new WireException($"There is no {path}. Publish it first, or name another with GLASSBOX_EXE.");
        }
    }
}
