using System.Xml.Serialization;

namespace Shop.Domain.Invoices;

[XmlRoot("creditNote")]
public sealed class CreditNoteDocument
{
    [XmlAttribute("invoice")]
    public string InvoiceNumber { get; set; } = "";

    [XmlAttribute("amount")]
    public decimal Amount { get; set; }

    [XmlText]
    public string Reason { get; set; } = "";
}
