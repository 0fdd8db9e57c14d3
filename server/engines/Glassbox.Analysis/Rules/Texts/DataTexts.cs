using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about reading data say.</summary>
internal static class DataTexts
{
    public static readonly RuleInfo XmlEntities = new(
        RuleIds.XmlEntities, "XmlExternalEntities", "XML reader follows external entities", "Data", [611, 776], Severity.Error,
        """
        A document type declaration can name files and addresses, which the reader then opens with the rights of your process
        and puts into the document: local files leak, internal servers are called, and nested entities fill the memory.
        """,
        """
        Leave `DtdProcessing` at `Prohibit` and `XmlResolver` at `null`, as .NET does on its own. Where a document type
        declaration must be accepted, use `DtdProcessing.Ignore`.
        """,
        """
        using System.IO;
        using System.Xml;

        public static class Orders
        {
            public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                XmlResolver = new XmlUrlResolver(),
            });
        }
        """,
        """
        using System.IO;
        using System.Xml;

        public static class Orders
        {
            public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            });
        }
        """);

    public static readonly RuleInfo Deserialization = new(
        RuleIds.Deserialization, "InsecureDeserialization", "Data chooses the types that are created", "Data", [502], Severity.Error,
        """
        The format stores type names, and reading it creates objects of those types and runs their code. Whoever can change the
        data can choose types whose creation starts programs or writes files. Checking the result afterwards is too late.
        """,
        """
        Read into a type that the program names, with a format that holds data only: `System.Text.Json`, `XmlSerializer` with a
        fixed type, `DataContractSerializer` with known types. With Newtonsoft.Json leave `TypeNameHandling` at `None`.
        """,
        """
        using System.IO;
        using System.Runtime.Serialization.Formatters.Binary;

        public static class Sessions
        {
        #pragma warning disable SYSLIB0011
            public static object Load(Stream stream) => new BinaryFormatter().Deserialize(stream);
        #pragma warning restore SYSLIB0011
        }
        """,
        """
        using System.IO;
        using System.Text.Json;

        public sealed record Session(string User, int Visits);

        public static class Sessions
        {
            public static Session? Load(Stream stream) => JsonSerializer.Deserialize<Session>(stream);
        }
        """);
}
