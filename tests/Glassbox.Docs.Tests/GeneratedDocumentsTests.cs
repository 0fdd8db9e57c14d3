using Glassbox.Contracts.Settings;
using Glassbox.DocGen;
using Glassbox.Lsp.Session;
using Glassbox.Testing;

namespace Glassbox.Docs.Tests;

public sealed class GeneratedDocumentsTests
{
    [Test]
    public void EveryDocument_IsAsTheGeneratorWritesIt()
    {
        var stale = Documents.Stale(Repository.Root).Select(document => document.Path);
        Assert.That(stale, Is.Empty, "Run './build.sh docgen' and commit what it writes.");
    }

    [Test]
    public void EverySetting_IsInTheManifestOfVsCode()
    {
        var manifest = VsCodeManifest.Merge(Repository.Root).Content;
        foreach (var setting in SettingsCatalog.All) Assert.That(manifest, Does.Contain($"\"glassbox.{setting.Path}\""));
    }

    [Test]
    public void EveryFeature_IsAmongTheMethodsDocumented()
    {
        var documented = ProtocolMethods.All.Select(method => method.Name).ToHashSet();
        Assert.That(Features.All.Select(feature => feature.Method), Is.SubsetOf(documented));
        Assert.That(documented, Has.Count.EqualTo(ProtocolMethods.All.Length), "A method is documented twice.");
    }
}
