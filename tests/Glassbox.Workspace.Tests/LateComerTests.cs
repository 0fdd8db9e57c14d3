using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Tests;

/// <summary>A document that is opened while loose files are being grouped must not lose its place.</summary>
public sealed class LateComerTests
{
    [Test]
    public async Task ManyDocumentsOpenedDuringRegrouping_AreAllThereAtEveryMoment()
    {
        var root = Directory.CreateTempSubdirectory("glassbox-late").FullName;
        try
        {
            for (var i = 0; i < 200; i++) await File.WriteAllTextAsync(Path.Combine(root, $"Known{i}.cs"), $"class Known{i} {{ }} class Same {{ }}");
            var engine = new WorkspaceEngine(Path.Combine(root, ".state"), TimeProvider.System);
            var options = new SessionOptions([DocumentPath.FromFile(root)], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false);
            await using var session = engine.OpenSession(options, new Deaf());
            await session.WaitForLoadAsync(default);
            for (var i = 0; i < 150; i++)
            {
                var path = DocumentPath.FromFile(Path.Combine(root, $"Late{i}.cs"));
                session.Open(new OpenedDocument(path, "csharp", 1, $"class Late{i} {{ }} class Same {{ }}"));
                for (var look = 0; look < 20; look++)
                {
                    Assert.That(session.Current.Contains(path) && session.Current.Documents.Contains(path), Is.True, $"document {i}, look {look}");
                    await Task.Yield();
                }
            }

            await session.WaitForLoadAsync(default);
            Assert.That(session.Current.Documents.Count(path => path.Name.StartsWith("Late", StringComparison.Ordinal)), Is.EqualTo(150));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private sealed class Deaf : IWorkspaceEvents
    {
        public void OnSnapshot(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed)
        {
        }

        public void OnWork(WorkProgress progress)
        {
        }

        public void OnMessage(CoreMessage message)
        {
        }

        public void OnTrustNeeded(TrustQuestion question)
        {
        }
    }
}
