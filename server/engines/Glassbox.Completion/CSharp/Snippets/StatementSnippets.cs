namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>Blocks that are statements.</summary>
internal static class StatementSnippets
{
    /// <summary>Those that may begin any statement.</summary>
    public static IReadOnlyList<SnippetTemplate> All { get; } =
    [
        new("if", "if (…) { }", "if (${1:condition})\n{\n\t$0\n}"),
        new("for", "for (var i = 0; i < …; i++) { }", "for (var ${1:i} = 0; $1 < ${2:count}; $1++)\n{\n\t$0\n}"),
        new("forr", "for (var i = … - 1; i >= 0; i--) { }", "for (var ${1:i} = ${2:count} - 1; $1 >= 0; $1--)\n{\n\t$0\n}")
        {
            Plain = "for (var i = count - 1; i >= 0; i--)\n{\n}",
        },
        new("foreach", "foreach (var … in …) { }", "foreach (var ${1:item} in ${2:items})\n{\n\t$0\n}"),
        new("while", "while (…) { }", "while (${1:condition})\n{\n\t$0\n}"),
        new("do", "do { } while (…);", "do\n{\n\t$0\n}\nwhile (${1:condition});"),
        new("switch", "switch (…) { case …: }", "switch (${1:value})\n{\n\tcase ${2:constant}:\n\t\t$0\n\t\tbreak;\n}"),
        new("try", "try { } catch (…) { }", "try\n{\n\t$1\n}\ncatch (${2:Exception} ${3:exception})\n{\n\t$0\n}"),
        new("tryf", "try { } finally { }", "try\n{\n\t$1\n}\nfinally\n{\n\t$0\n}") { Plain = "try\n{\n}\nfinally\n{\n}" },
        new("using", "using (var … = …) { }", "using (var ${1:resource} = ${2:value})\n{\n\t$0\n}"),
        new("lock", "lock (…) { }", "lock (${1:gate})\n{\n\t$0\n}"),
        new("cw", "Console.WriteLine(…);", "Console.WriteLine($1);$0"),
    ];

    /// <summary>After an <c>if</c>.</summary>
    public static SnippetTemplate Else { get; } = new("else", "else { }", "else\n{\n\t$0\n}");
}
