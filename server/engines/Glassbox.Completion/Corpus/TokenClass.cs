namespace Glassbox.Completion.Corpus;

/// <summary>What may be renamed or replaced when a line is written again elsewhere.</summary>
internal enum TokenClass
{
    /// <summary>Keywords and operators: they stay.</summary>
    Word,

    /// <summary>A name that looks like a local, a parameter or a field.</summary>
    Local,

    /// <summary>Text in quotes.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The name that the file is called by: mostly its type.</summary>
    Self,

    /// <summary>What the file's name says it is about: <c>Order</c> in <c>OrderTests</c> or <c>IOrder</c>.</summary>
    Subject,

    /// <summary>Another name: of a type, a member, a namespace.</summary>
    Name,
}
