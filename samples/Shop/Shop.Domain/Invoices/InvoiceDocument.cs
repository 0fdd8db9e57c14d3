using System.Xml.Serialization;

namespace Shop.Domain.Invoices;

/// <summary>An invoice as partners send and receive it.</summary>
[XmlRoot("invoice")]
public sealed class InvoiceDocument
{
    [XmlAttribute("number")]
    public string Number { get; set; } = "";

    [XmlAttribute("order")]
    public string OrderNumber { get; set; } = "";

    [XmlAttribute("issued", DataType = "date")]
    public DateTime IssuedOn { get; set; }

    [XmlElement("line")]
    public List<InvoiceDocumentLine> Lines { get; set; } = [];

    public static InvoiceDocument From(Invoice invoice) => new()
    {
        Number = invoice.Number,
        OrderNumber = invoice.OrderNumber,
        IssuedOn = invoice.IssuedOn.ToDateTime(TimeOnly.MinValue),
        Lines = [.. invoice.Lines.Select(InvoiceDocumentLine.From)],
    };

    public Invoice ToInvoice() =>
        new(0, Number, OrderNumber, DateOnly.FromDateTime(IssuedOn), [.. Lines.Select(line => line.ToLine())]);
}
