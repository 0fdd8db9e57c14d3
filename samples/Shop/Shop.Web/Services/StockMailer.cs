using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using Shop.Domain.Inventory;

namespace Shop.Web.Services;

public sealed class StockMailer(IOptions<MailOptions> options)
{
    public async Task SendAsync(IReadOnlyList<ReorderLine> lines, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var message = new MailMessage(mail.Sender, "purchasing@shop.example")
        {
            Subject = $"{lines.Count} products are running low",
            Body = string.Join('\n', lines.Select(line => $"{line.Rank}. {line.Sku}: {line.Quantity}")),
        };
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = true };
        client.Credentials = new NetworkCredential(mail.Sender, mail.Password);
        await client.SendMailAsync(message, cancellationToken);
    }
}
