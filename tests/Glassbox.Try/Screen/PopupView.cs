using Glassbox.Testing.Wire;

namespace Glassbox.Try.Screen;

/// <summary>The list below the cursor.</summary>
internal static class PopupView
{
    /// <summary>Its lines, the first item selected.</summary>
    /// <param name="terminal">Where it is drawn.</param>
    /// <param name="items">As the client shows them.</param>
    /// <param name="column">Where its left edge goes.</param>
    /// <param name="most">The most rows.</param>
    public static IEnumerable<string> Draw(Terminal terminal, IReadOnlyList<CompletionItem> items, int column, int most = 6)
    {
        var shown = items.Take(most).ToArray();
        var left = new string(' ', column);
        var name = Math.Clamp(shown.Max(item => item.Label.Length), 12, 30);
        var room = Math.Clamp(shown.Max(item => DetailOf(item).Length), 8, Math.Min(50, Terminal.Width - column - name - 10));
        yield return left + terminal.Paint(Ink.Dim, $"┌{new string('─', name + room + 5)}┐");
        foreach (var item in shown)
        {
            var detail = Terminal.Cut(DetailOf(item), room).PadRight(room);
            var label = Terminal.Cut(item.Label, name).PadRight(name);
            var row = ReferenceEquals(item, shown[0])
                ? terminal.Paint(Ink.Selected, $" {Sign(item.Kind)} {label} {detail} ")
                : $" {terminal.Paint(Ink.Information, Sign(item.Kind))} {label} {terminal.Paint(Ink.Dim, detail)} ";
            yield return left + terminal.Paint(Ink.Dim, "│") + row + terminal.Paint(Ink.Dim, "│");
        }

        var more = items.Count > shown.Length ? $" {items.Count - shown.Length} more " : "";
        yield return left + terminal.Paint(Ink.Dim, $"└{new string('─', name + room + 5 - more.Length)}{more}┘");
    }

    private static string DetailOf(CompletionItem item) => item.Detail ?? (string?)item.Json["labelDetails"]?["description"] ?? "";

    // Spec: CompletionItemKind.
    private static string Sign(int? kind) => kind switch
    {
        2 or 3 or 4 => "ƒ",
        5 or 6 => "x",
        7 or 8 or 22 or 13 => "◇",
        10 => "▪",
        14 => "k",
        20 or 21 => "=",
        _ => "·",
    };
}
