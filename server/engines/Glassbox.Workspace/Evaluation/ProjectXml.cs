using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;

namespace Glassbox.Workspace.Evaluation;

/// <summary>The XML of project files, read once a load: every project of a repository imports the same few.</summary>
internal sealed class ProjectXml
{
    private readonly ConcurrentDictionary<string, (XElement? Root, ProjectFault? Fault)> files = new(StringComparer.Ordinal);

    /// <summary>The root element of a file, or what is wrong with it.</summary>
    public XElement? Load(string path, out ProjectFault? fault)
    {
        var (root, problem) = files.GetOrAdd(path, Read);
        fault = problem;
        return root;
    }

    private static (XElement? Root, ProjectFault? Fault) Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name.LocalName == "Project"
                ? (root, null)
                : (null, new ProjectFault(path, 1, $"its root element is <{root.Name.LocalName}>, not <Project>"));
        }
        catch (XmlException failure)
        {
            return (null, new ProjectFault(path, failure.LineNumber, failure.Message));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, new ProjectFault(path, 0, failure.Message));
        }
    }
}
