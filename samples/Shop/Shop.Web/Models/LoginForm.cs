namespace Shop.Web.Models;

public sealed record LoginForm(string Email, string Password);
