namespace Glassbox.Contracts.Completion;

/// <summary>What a candidate is; the names are those of the protocol's CompletionItemKind.</summary>
public enum CandidateKind
{
    /// <summary>A word of the text, nothing more is known.</summary>
    Text,
    /// <summary>A method.</summary>
    Method,
    /// <summary>A local function.</summary>
    Function,
    /// <summary>A constructor.</summary>
    Constructor,
    /// <summary>A field.</summary>
    Field,
    /// <summary>A local or parameter.</summary>
    Variable,
    /// <summary>A class or record.</summary>
    Class,
    /// <summary>An interface.</summary>
    Interface,
    /// <summary>A namespace.</summary>
    Module,
    /// <summary>A property or indexer.</summary>
    Property,
    /// <summary>An enum.</summary>
    Enum,
    /// <summary>A keyword.</summary>
    Keyword,
    /// <summary>A template with places to fill.</summary>
    Snippet,
    /// <summary>A member of an enum.</summary>
    EnumMember,
    /// <summary>A constant.</summary>
    Constant,
    /// <summary>A struct.</summary>
    Struct,
    /// <summary>An event.</summary>
    Event,
    /// <summary>A delegate.</summary>
    Delegate,
    /// <summary>A type parameter.</summary>
    TypeParameter,
    /// <summary>What stands in a text with a meaning of its own: a format, an escape, an argument's place.</summary>
    Value,
    /// <summary>A file.</summary>
    File,
    /// <summary>A directory.</summary>
    Folder,
}
