// The namespaces of this folder are those of Verify.NUnit, which not every registry has: where it is at hand, a package
// reference takes this folder's place and the tests stay as they are.
using System.Text;

namespace VerifyTests;

/// <summary>What one snapshot leaves out, and where it lies.</summary>
public sealed class VerifySettings
{
    private readonly List<Action<StringBuilder>> scrubbers = [];

    /// <summary>The folder of the verified file, relative to the test's source file.</summary>
    public string? Directory { get; private set; }

    /// <summary>Scrubbers in the order in which they were added; the standard ones run after them.</summary>
    public IReadOnlyList<Action<StringBuilder>> Scrubbers => scrubbers;

    /// <summary>Changes the text before it is compared.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber) => scrubbers.Add(scrubber);

    /// <summary>Keeps the snapshot in a folder beside the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;
}
