namespace Glassbox.DocGen;

/// <summary>Every generated document. The generator writes what this yields, and a test fails where the tree differs from it.</summary>
public static class Documents
{
    /// <summary>The documents as they should be.</summary>
    /// <param name="root">The repository's root, for documents of which only a part is generated.</param>
    public static IEnumerable<GeneratedDocument> All(string root) =>
    [
        SettingsDocuments.Markdown(),
        SettingsDocuments.Schema(),
        ProtocolDocuments.Capabilities(),
        ProtocolDocuments.Commands(),
        ProtocolDocuments.Messages(),
        RuleDocuments.Rules(),
        LedgerDocuments.Records(),
        VsCodeManifest.Merge(root),
    ];

    /// <summary>Those that differ from what is on disk.</summary>
    public static IReadOnlyList<GeneratedDocument> Stale(string root) =>
        [.. All(root).Where(document =>
        {
            var file = Path.Combine(root, document.Path);
            return !File.Exists(file) || File.ReadAllText(file).ReplaceLineEndings("\n") != document.Content;
        })];
}
