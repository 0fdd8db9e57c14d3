using System.Xml.Serialization;

namespace Shop.Domain.Invoices;

public sealed class InvoiceDocumentLine
{
    [XmlAttribute("quantity")]
    public int Quantity { get; set; } = 1;

    [XmlAttribute("price")]
    public decimal UnitPrice { get; set; }

    [XmlAttribute("currency")]
    public string Currency { get; set; } = "EUR";

    [XmlText]
    public string Text { get; set; } = "";

    public static InvoiceDocumentLine From(InvoiceLine line) => new()
    {
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice.Amount,
        Currency = line.UnitPrice.Currency,
        Text = line.Text,
    };

    public InvoiceLine ToLine() => new(Text, Quantity, new Money(UnitPrice, Currency));
}
