namespace Glassbox.Analysis.Taint.Values;

/// <summary>What a value may still do harm to; a check or an encoder takes some of them away.</summary>
[Flags]
internal enum Harms : ulong
{
    None = 0,
    Sql = 1UL << 0,
    Command = 1UL << 1,
    Path = 1UL << 2,
    Redirect = 1UL << 3,

    /// <summary>A path that may still hold <c>..</c>: comparing its beginning proves nothing yet.</summary>
    Dots = 1UL << 4,

    /// <summary>The name of a type, or the type it names, that a deserializer creates.</summary>
    Types = 1UL << 5,
    Ldap = 1UL << 6,
    XPath = 1UL << 7,
    Html = 1UL << 8,
    Code = 1UL << 9,
    Log = 1UL << 10,
    Header = 1UL << 11,

    /// <summary>The address of a request that the server itself sends.</summary>
    Request = 1UL << 12,
    Xml = 1UL << 13,
    Xslt = 1UL << 14,
    Reflection = 1UL << 15,
    Regex = 1UL << 16,
    Format = 1UL << 17,

    /// <summary>How much is allocated, waited or repeated.</summary>
    Size = 1UL << 18,
    Library = 1UL << 19,
    Configuration = 1UL << 20,
    Trust = 1UL << 21,
    Mail = 1UL << 22,
    NoSql = 1UL << 23,
    Template = 1UL << 24,
    Deserialize = 1UL << 25,

    /// <summary>The host or port of a connection.</summary>
    Resource = 1UL << 26,

    /// <summary>The name that whoever uploads a file gave it.</summary>
    Upload = 1UL << 32,
    XmlEntity = 1UL << 27,
    Index = 1UL << 28,

    /// <summary>A product that can overflow.</summary>
    Arithmetic = 1UL << 29,
    Divisor = 1UL << 30,
    Iterations = 1UL << 31,

    /// <summary>A sum that can overflow: worth saying only of numbers that were read from a text, since a step from a number that was sent as one is small.</summary>
    Sum = 1UL << 33,

    /// <summary>Not what comes from outside but what must not get there: a password, a key.</summary>
    Secret = 1UL << 40,

    /// <summary>What an exception says of the inside of the program.</summary>
    ErrorDetail = 1UL << 41,

    /// <summary>A secret, where a log would keep it.</summary>
    SecretLog = 1UL << 43,

    /// <summary>Not a harm: the value was put between texts that the program wrote, so that it is certainly meant as a part of them.</summary>
    Composed = 1UL << 42,

    /// <summary>What says something of the others and does no harm alone.</summary>
    Marks = Dots | Composed,

    /// <summary>What a number can do.</summary>
    Numeric = Size | Index | Arithmetic | Sum | Divisor | Iterations | Resource,

    /// <summary>What must not get out; everything else must not get in.</summary>
    Outward = Secret | SecretLog | ErrorDetail,

    /// <summary>All that any value from outside may do.</summary>
    Inward = ((1UL << 32) - 1) | Sum,

    All = Inward | Upload | Outward,
}
