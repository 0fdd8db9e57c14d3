using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Models;
using Glassbox.Models;

namespace Glassbox.Cli.Tests.Models;

internal sealed class ModelCatalogTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    private Task<ModelConfiguration> ReadAsync(string? text)
    {
        var file = folder.At("models.json");
        if (text is not null) folder.Write("models.json", text);
        return new ModelCatalog(file, name => name == "MY_KEY" ? "sk-123" : null).ReadAsync(default);
    }

    [Test]
    public async Task NoFile_MeansNoModel()
    {
        var read = await ReadAsync(null);
        Assert.That((read.Endpoint, read.Problems.Length, read.Summary), Is.EqualTo(((ModelEndpoint?)null, 0, "none")));
    }

    [TestCase("""{ "endpoint": "https://models.example/v1", "model": "large-1", "keyVariable": "MY_KEY" }""", "MY_KEY")]
    [TestCase("""{ /* on this machine */ "endpoint": "http://localhost:11434/", "model": "large-1", }""", null)]
    [TestCase("\uFEFF{ \"endpoint\": \"http://127.0.0.1:80\", \"model\": \" large-1 \" }", null)]
    public async Task GoodSettings_AreUsed(string text, string? key)
    {
        var read = await ReadAsync(text);
        Assert.That(read.Problems, Is.Empty);
        Assert.That((read.Endpoint!.Model, read.Endpoint.KeyVariable, read.Summary), Is.EqualTo(("large-1", key, "large-1")));
    }

    [TestCase("", ModelProblemKind.NotJson, "", "1:1")]
    [TestCase("{\n \"model\": }", ModelProblemKind.NotJson, "", "2:11")]
    [TestCase("[]", ModelProblemKind.NotJson, "", "1:1")]
    [TestCase("""{ "endpoint": "https://a/", "model": "m", "modle": "m" }""", ModelProblemKind.UnknownSetting, "modle", "model")]
    [TestCase("""{ "endpoint": "https://a/", "model": "m", "zzzzzzzzzzzz": 1 }""", ModelProblemKind.UnknownSetting, "zzzzzzzzzzzz", null)]
    [TestCase("""{ "endpoint": "https://a/", "model": "m", "apiKey": "sk-secret" }""", ModelProblemKind.KeyInFile, "apiKey", null)]
    [TestCase("""{ "endpoint": "https://a/", "model": "m", "keyVariable": "sk-secret" }""", ModelProblemKind.KeyInFile, "keyVariable", null)]
    [TestCase("""{ "endpoint": "https://a/", "model": "m", "keyVariable": "OTHER" }""", ModelProblemKind.VariableNotSet, "keyVariable", "OTHER")]
    [TestCase("""{ "endpoint": "https://a/" }""", ModelProblemKind.Missing, "model", null)]
    [TestCase("""{ "model": "m" }""", ModelProblemKind.Missing, "endpoint", null)]
    [TestCase("""{ "endpoint": "https://a/", "model": 5 }""", ModelProblemKind.NotText, "model", null)]
    [TestCase("""{ "endpoint": "https://a/", "model": "  " }""", ModelProblemKind.NotText, "model", null)]
    [TestCase("""{ "endpoint": "models.example", "model": "m" }""", ModelProblemKind.BadAddress, "endpoint", "models.example")]
    [TestCase("""{ "endpoint": "file:///etc/passwd", "model": "m" }""", ModelProblemKind.BadAddress, "endpoint", "file:///etc/passwd")]
    [TestCase("""{ "endpoint": "http://models.example/", "model": "m" }""", ModelProblemKind.NotEncrypted, "endpoint", "models.example")]
    [TestCase("""{ "endpoint": "https://me:secret@models.example/", "model": "m" }""", ModelProblemKind.SecretInAddress, "endpoint", "models.example")]
    public async Task BadSettings_AreNamedAndNotUsed(string text, ModelProblemKind kind, string setting, string? detail)
    {
        var read = await ReadAsync(text);

        Assert.That(read.Endpoint, Is.Null);
        Assert.That(read.Summary, Is.EqualTo("invalid"));
        Assert.That(read.Problems, Is.EqualTo(new[] { new ModelProblem(kind, setting, detail) }));
        Assert.That(read.ToString() + string.Concat(read.Problems), Does.Not.Contain("secret"));
    }

    [Test]
    public async Task SeveralProblems_AreAllNamed() =>
        Assert.That((await ReadAsync("""{ "endpont": "https://a/" }""")).Problems.Select(problem => (problem.Kind, problem.Setting)), Is.EqualTo(new[]
        {
            (ModelProblemKind.UnknownSetting, "endpont"), (ModelProblemKind.Missing, "endpoint"), (ModelProblemKind.Missing, "model"),
        }));

    [Test]
    public async Task FolderInItsPlace_IsUnreadable()
    {
        Directory.CreateDirectory(folder.At("models.json"));
        Assert.That((await ReadAsync(null)).Problems.Single().Kind, Is.EqualTo(ModelProblemKind.Unreadable));
    }
}
