namespace Glassbox.Wire.Tests;

/// <summary>The smallest file with a finding of each rule. The span is where an editor must underline, at least in part.</summary>
public static class RuleSample
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["GB1001"] = """
            using System.Data.Common;
            using Microsoft.AspNetCore.Mvc;

            public class UsersController(DbConnection connection) : ControllerBase
            {
                public object? Find(string name)
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = [|"SELECT id FROM users WHERE name = '" + name + "'"|];
                    return command.ExecuteScalar();
                }
            }
            """,
        ["GB1002"] = """
            using System.Diagnostics;
            using Microsoft.AspNetCore.Mvc;

            public class ReportsController : ControllerBase
            {
                public void Print(string name)
                {
                    using var process = [|Process.Start("/bin/sh", "-c \"lpr " + name + "\"")|];
                }
            }
            """,
        ["GB1003"] = """
            using System.IO;
            using Microsoft.AspNetCore.Mvc;

            public class FilesController : ControllerBase
            {
                public string Read(string name)
                {
                    return [|System.IO.File.ReadAllText(Path.Combine("/srv/files", name))|];
                }
            }
            """,
        ["GB1004"] = """
            using Microsoft.AspNetCore.Mvc;

            public class LoginController : ControllerBase
            {
                public IActionResult Login(string returnUrl)
                {
                    return [|Redirect(returnUrl)|];
                }
            }
            """,
        ["GB1005"] = """
            using System.IO;
            using System.Xml;

            public class Importer
            {
                public void Import(Stream stream)
                {
                    [|var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
                    using var reader = XmlReader.Create(stream, settings);|]
                    while (reader.Read()) { }
                }
            }
            """,
        ["GB1006"] = """
            using System.IO;
            using System.Runtime.Serialization.Formatters.Binary;

            public class Loader
            {
                public object Load(Stream stream)
                {
            #pragma warning disable SYSLIB0011
                    return [|new BinaryFormatter().Deserialize(stream)|];
                }
            }
            """,
        ["GB2001"] = """
            using System.Net;

            public class Mailer
            {
                public NetworkCredential Credential()
                {
                    var password = [|"Tr0ub4dor&3x!"|];
                    return new NetworkCredential("mailer", password);
                }
            }
            """,
        ["GB2002"] = """
            using System.Security.Cryptography;

            public class Digest
            {
                public byte[] Of(byte[] data)
                {
                    return [|MD5.HashData(data)|];
                }
            }
            """,
        ["GB2003"] = """
            using System.Security.Cryptography;

            public class Cipher
            {
                public byte[] Encrypt(byte[] key, byte[] data)
                {
                    using var des = [|DES.Create()|];
                    des.Key = key;
                    return des.EncryptCbc(data, key);
                }
            }
            """,
        ["GB3001"] = """
            using System.IO;

            public class Reader
            {
                public int First(string path)
                {
                    [|var stream = new FileStream(path, FileMode.Open);|]
                    return stream.ReadByte();
                }
            }
            """,
        ["GB3002"] = """
            public class Totals
            {
                public int Sum(int[] items)
                {
                    var sum = 0;
                    for (var i = 0; [|i <= items.Length|]; i++)
                    {
                        sum += items[i];
                    }

                    return sum;
                }
            }
            """,
        ["GB3003"] = """
            using System.Collections.Generic;
            using System.Linq;

            public class Names
            {
                public int LengthOfLong(List<string> names)
                {
                    var first = names.FirstOrDefault(name => name.Length > 3);
                    return [|first.Length|];
                }
            }
            """,
        ["GB3004"] = """
            using System.Threading.Tasks;

            public class Saver
            {
                public async Task SaveAllAsync()
                {
                    [|SaveAsync()|];
                    await Task.Yield();
                }

                private async Task SaveAsync() => await Task.Delay(1);
            }
            """,
    };

    /// <summary>Every rule that must be there.</summary>
    public static IEnumerable<string> Rules => Texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The rules whose sample has a safe fix that needs no knowledge of the program.</summary>
    public static IEnumerable<string> FixableRules => ["GB1001", "GB2002", "GB3001", "GB3002", "GB3003", "GB3004"];

    /// <summary>A rule's sample as a fixture.</summary>
    public static string Of(string rule) => Texts[rule];
}
