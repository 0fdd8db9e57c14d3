namespace Shop.Web.Services;

public sealed class MailOptions
{
    public string Host { get; set; } = "localhost";

    public int Port { get; set; } = 25;

    public string Sender { get; set; } = "";

    public string Password { get; set; } = "";
}
