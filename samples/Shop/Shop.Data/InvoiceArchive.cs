using System.Xml.Serialization;
using Shop.Domain.Invoices;

namespace Shop.Data;

/// <summary>Keeps every issued invoice as a file, and a journal of what was filed when.</summary>
public sealed class InvoiceArchive : IDisposable
{
    private static readonly XmlSerializer Serializer = new(typeof(InvoiceDocument));

    private readonly StreamWriter journal;
    private readonly TimeProvider clock;

    public InvoiceArchive(string folder, TimeProvider clock)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        journal = new StreamWriter(Path.Combine(Folder, "journal.log"), append: true) { AutoFlush = true };
        this.clock = clock;
    }

    public string Folder { get; }

    public string PathOf(int invoiceId) => Path.Combine(Folder, $"{invoiceId:D6}.xml");

    public void Store(Invoice invoice)
    {
        using var writer = new StreamWriter(PathOf(invoice.Id));
        Serializer.Serialize(writer, InvoiceDocument.From(invoice));
        journal.WriteLine($"{clock.GetUtcNow():O} {invoice.Number}");
    }

    /// <summary>Writes the list of all invoices of a period beside them.</summary>
    public string WriteIndex(IEnumerable<Invoice> invoices, DateOnly month)
    {
        var path = Path.Combine(Folder, $"index-{month:yyyy-MM}.csv");
        var index = new StreamWriter(path);
        InvoiceCsv.WriteHeader(index);
        foreach (var invoice in invoices)
        {
            InvoiceCsv.Write(index, invoice);
        }

        return path;
    }

    /// <summary>The filed invoice, to be read and closed by the caller; null when it was never filed.</summary>
    public Stream? TryOpen(int invoiceId)
    {
        var path = PathOf(invoiceId);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read) : null;
    }

    public void Dispose() => journal.Dispose();
}
