using System.Globalization;

namespace Shop.Domain.Invoices;

public static class InvoiceCsv
{
    private static readonly string[] Columns = ["Invoice", "Line", "Text", "Quantity", "Unit price", "Total"];

    public static void WriteHeader(TextWriter writer)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            writer.Write(i == 0 ? "" : ";");
            writer.Write(Columns[i]);
        }

        writer.WriteLine();
    }

    public static void Write(TextWriter writer, Invoice invoice)
    {
        for (var number = 1; number <= invoice.Lines.Count; number++)
        {
            var line = invoice.Lines[number - 1];
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{invoice.Number};{number};{Quoted(line.Text)};{line.Quantity};{line.UnitPrice};{line.Total}"));
        }
    }

    /// <summary>What falls due until a day. The invoices stand in the order in which they fall due.</summary>
    public static string DueUntil(DateOnly day, Invoice[] invoices, string currency)
    {
        var total = Money.Zero(currency);
        for (int i = 0; i <= invoices.Length; i++)
        {
            var invoice = invoices[i];
            if (invoice.DueOn > day)
            {
                break;
            }

            total += invoice.Total(currency);
        }

        return $"Due;;;;;{total}";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
