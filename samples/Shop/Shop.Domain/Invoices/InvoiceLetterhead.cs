#nullable disable

using Shop.Domain.Customers;

namespace Shop.Domain.Invoices;

public static class InvoiceLetterhead
{
    public static string Addressee(Customer customer)
    {
        var business = customer as BusinessCustomer;
        if (business == null)
        {
            return customer.Name;
        }

        return $"{business.Company}, attn. {customer.Name}";
    }

    public static string TaxLine(Customer customer, string ownVatNumber)
    {
        var business = customer as BusinessCustomer;
        return $"Our VAT number {ownVatNumber}, yours {business.VatNumber}";
    }

    public static string Subject(Invoice invoice)
    {
        var first = invoice.Lines.FirstOrDefault();
        if (first is null)
        {
            return $"Invoice {invoice.Number}";
        }

        var others = invoice.Lines.Count - 1;
        return others == 0 ? $"Invoice: {first.Text}" : $"Invoice: {first.Text} and {others} more";
    }
}
