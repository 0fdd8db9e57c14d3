using System.Runtime.CompilerServices;
using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Tests;

/// <summary>Where this repository is.</summary>
internal static class Repository
{
    public static DocumentPath Sample(string name, [CallerFilePath] string here = "") =>
        DocumentPath.FromFile(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples", name));
}
