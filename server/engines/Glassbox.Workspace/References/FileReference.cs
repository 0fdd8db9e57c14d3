using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.References;

/// <summary>
/// An assembly on disk that is read when a compilation first needs it: a solution has hundreds, and naming them must not
/// cost anything.
/// </summary>
internal sealed class FileReference : PortableExecutableReference
{
    private readonly string path;
    private readonly Lazy<Metadata> metadata;
    private readonly Lazy<DocumentationProvider> documentation;

    public FileReference(string path)
        : this(
            path,
            MetadataReferenceProperties.Assembly,
            new Lazy<Metadata>(() => Read(path), LazyThreadSafetyMode.PublicationOnly),
            new Lazy<DocumentationProvider>(() => DocumentationOf(path)))
    {
    }

    private FileReference(
        string path,
        MetadataReferenceProperties properties,
        Lazy<Metadata> metadata,
        Lazy<DocumentationProvider> documentation)
        : base(properties, path)
    {
        this.path = path;
        this.metadata = metadata;
        this.documentation = documentation;
    }

    /// <inheritdoc/>
    protected override DocumentationProvider CreateDocumentationProvider() => documentation.Value;

    /// <inheritdoc/>
    protected override Metadata GetMetadataImpl() => metadata.Value;

    /// <inheritdoc/>
    protected override PortableExecutableReference WithPropertiesImpl(MetadataReferenceProperties properties) =>
        new FileReference(path, properties, metadata, documentation);

    private static AssemblyMetadata Read(string path)
    {
        // Only the metadata: method bodies of implementation assemblies are never looked at.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return AssemblyMetadata.Create(
            ModuleMetadata.CreateFromStream(stream, System.Reflection.PortableExecutable.PEStreamOptions.PrefetchMetadata));
    }

    private static DocumentationProvider DocumentationOf(string path)
    {
        var xml = Path.ChangeExtension(path, ".xml");
        return File.Exists(xml) ? XmlDocumentationProvider.CreateFromFile(xml) : DocumentationProvider.Default;
    }
}
