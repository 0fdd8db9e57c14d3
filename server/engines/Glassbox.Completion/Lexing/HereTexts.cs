namespace Glassbox.Completion.Lexing;

/// <summary>Texts that begin on the next line and end at a line that holds their name.</summary>
internal enum HereTexts
{
    /// <summary>The language has none.</summary>
    None,

    /// <summary><c>&lt;&lt;EOF</c>, <c>&lt;&lt;-EOF</c>, <c>&lt;&lt; 'EOF'</c>.</summary>
    Shell,

    /// <summary><c>&lt;&lt;~SQL</c>, <c>&lt;&lt;-SQL</c>, <c>&lt;&lt;SQL</c>: no space, upper case, for <c>&lt;&lt;</c> also appends.</summary>
    Ruby,

    /// <summary><c>&lt;&lt;&lt;EOT</c>, <c>&lt;&lt;&lt;'EOT'</c>.</summary>
    Php,
}
