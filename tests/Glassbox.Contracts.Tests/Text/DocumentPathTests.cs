using System.Text.Json;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Tests.Text;

public sealed class DocumentPathTests
{
    [TestCase("a/b", "a", ExpectedResult = true)]
    [TestCase("a", "a", ExpectedResult = true)]
    [TestCase("ab", "a", ExpectedResult = false)]
    [TestCase("a", "a/b", ExpectedResult = false)]
    [TestCase("a/../b", "a", ExpectedResult = false)]
    public bool IsUnder_ByWholeSegments(string path, string folder) => DocumentPath.FromFile(path).IsUnder(DocumentPath.FromFile(folder));

    [TestCase("untitled:Untitled-1", ExpectedResult = "Untitled-1")]
    [TestCase("git:/repo/a.cs", ExpectedResult = "a.cs")]
    public string Name_OfABufferWithoutFile(string uri) => DocumentPath.FromUri(uri).Name;

    [Test]
    public void FileAndBuffer_OfTheSameText_Differ()
    {
        var file = DocumentPath.FromFile("a.cs");
        Assert.That(DocumentPath.FromUri(file.Value), Is.Not.EqualTo(file));
    }

    [Test]
    public void Json_KeepsWhichItIs()
    {
        foreach (var path in new[] { DocumentPath.FromFile("a b/ü#%.cs"), DocumentPath.FromUri("untitled:a.cs"), DocumentPath.FromUri("") })
        {
            Assert.That(JsonSerializer.Deserialize<DocumentPath>(JsonSerializer.Serialize(path)), Is.EqualTo(path));
        }
    }

    [TestCase("a.CS", ExpectedResult = true)]
    [TestCase("a.csx", ExpectedResult = true)]
    [TestCase("a.csproj", ExpectedResult = false)]
    [TestCase("cs", ExpectedResult = false)]
    public bool IsCSharp_ByExtension(string path) => DocumentPath.FromFile(path).IsCSharp;
}
