namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Values of Terraform variables, which stand in the block that declares them.</summary>
internal static class TerraformDefaults
{
    private const int LongestBlock = 600;
    private const string Default = "default";

    /// <summary>Reads the default of <c>variable "name" { … }</c>.</summary>
    public static AssignedValue? Read(SecretScan scan, int nameStart, int nameEnd)
    {
        var text = scan.Text;
        if (!scan.File.Name.EndsWith(".tf", StringComparison.Ordinal) || !IsDeclared(text, nameStart)) return null;
        var block = text.AsSpan(nameEnd, Math.Min(LongestBlock, text.Length - nameEnd));
        if (block.IndexOf('}') is >= 0 and var close) block = block[..close];
        var found = block.IndexOf(Default, StringComparison.Ordinal);
        if (found < 0) return null;
        var lineEnd = text.IndexOf('\n', nameEnd + found) is >= 0 and var next ? next : text.Length;
        var at = Literals.SkipBlanks(text, nameEnd + found + Default.Length, lineEnd);
        return at < lineEnd && text[at] == '=' ? Literals.ReadQuoted(text, at + 1, lineEnd, ValueForm.Assigned) : null;
    }

    private static bool IsDeclared(string text, int nameStart)
    {
        var before = text.AsSpan(Math.Max(0, nameStart - 16), Math.Min(16, nameStart)).TrimEnd('"').TrimEnd();
        return before.EndsWith("variable", StringComparison.Ordinal);
    }
}
