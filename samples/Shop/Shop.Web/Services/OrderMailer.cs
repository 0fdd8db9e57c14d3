using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using Shop.Domain.Customers;
using Shop.Domain.Orders;

namespace Shop.Web.Services;

public sealed class OrderMailer(IOptions<MailOptions> options)
{
    private const string SmtpPassword = "Hq9!vTz4mKe2";

    public async Task SendConfirmationAsync(Order order, Customer customer, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var message = new MailMessage(mail.Sender, customer.Email)
        {
            Subject = $"Your order {order.Number}",
            Body = string.Join('\n', order.Lines.Select(line => $"{line.Quantity} × {line.Name}: {line.Total}")),
        };
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = true };
        client.Credentials = new NetworkCredential(mail.Sender, SmtpPassword);
        await client.SendMailAsync(message, cancellationToken);
    }
}
