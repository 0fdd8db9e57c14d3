namespace Glassbox.Completion.Lexing;

/// <summary>Raw texts whose end is named at their beginning.</summary>
internal enum RawTexts
{
    /// <summary>The language has none.</summary>
    None,

    /// <summary><c>r#"…"#</c>, with any number of signs.</summary>
    Rust,

    /// <summary><c>R"name(…)name"</c>.</summary>
    Cpp,

    /// <summary><c>[==[…]==]</c>.</summary>
    Lua,

    /// <summary><c>$name$…$name$</c>.</summary>
    Sql,
}
