using System.Runtime.CompilerServices;
using Glassbox.Testing;
using Glassbox.Testing.Snapshots;
using NUnit.Framework;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>
/// Compares a text or an object with <c>Class.Method.verified.txt</c> beside the test. A difference leaves
/// <c>Class.Method.received.txt</c> there and fails; to accept it, rename that file, or run once with
/// <c>GLASSBOX_ACCEPT=1</c>, which has no effect where <c>CI</c> or <c>GLASSBOX_CI</c> is set.
/// </summary>
public static class Verifier
{
    /// <summary>Verifies a text as it is, anything else as an indented tree.</summary>
    /// <exception cref="VerifyException">It differs, or nothing was verified yet.</exception>
    public static Task Verify(object? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        var test = TestContext.CurrentContext.Test;
        var arguments = test.Arguments.Length == 0 ? "" : "_" + string.Join('_', test.Arguments.Select(SnapshotName.Of));
        var name = $"{test.ClassName?.Split('.')[^1].Replace('+', '.')}.{test.MethodName}{arguments}";
        var folder = Path.Combine(Path.GetDirectoryName(SnapshotName.SourceOnDisk(sourceFile))!, settings?.Directory ?? "");
        var text = SnapshotScrubber.Scrub(target as string ?? SnapshotTree.Render(target), settings);
        var accepts = Environment.GetEnvironmentVariable("GLASSBOX_ACCEPT") is "1";
        return SnapshotFile.CompareAsync(Path.Combine(folder, name), text, accepts && !Repository.IsContinuousIntegration);
    }
}
