using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Shop.Domain.Customers;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

[ApiController]
[Route("account")]
public sealed class AccountController(ICustomerRepository customers) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Register(RegisterRequest request, CancellationToken cancellationToken)
    {
        if (await customers.FindByEmailAsync(request.Email, cancellationToken) is not null)
        {
            return Conflict("An account with this address exists already.");
        }

        var customer = new Customer(0, request.Name, request.Email, request.Address)
        {
            PasswordHash = PasswordHash.Create(request.Password),
        };
        var id = await customers.AddAsync(customer, cancellationToken);
        return Created($"/account/{id}", new { id });
    }

    [HttpPost("login")]
    public async Task<IActionResult> Login(
        [FromForm] LoginForm form, string? returnUrl, CancellationToken cancellationToken)
    {
        var customer = await customers.FindByEmailAsync(form.Email, cancellationToken);
        if (customer is null || !PasswordHash.Verify(form.Password, customer.PasswordHash))
        {
            return Unauthorized();
        }

        if (PasswordHash.IsLegacy(customer.PasswordHash))
        {
            var renewed = PasswordHash.Create(form.Password);
            await customers.SetPasswordHashAsync(customer.Id, renewed, cancellationToken);
        }

        await HttpContext.SignInAsync(PrincipalOf(customer));
        if (Url.IsLocalUrl(returnUrl))
        {
            return Redirect(returnUrl);
        }

        return LocalRedirect("/");
    }

    [HttpPost("logout")]
    public async Task<IActionResult> Logout(string? returnUrl)
    {
        await HttpContext.SignOutAsync();
        var target = returnUrl ?? "/";
        return Redirect(target);
    }

    private static ClaimsPrincipal PrincipalOf(Customer customer)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, $"{customer.Id}"), new(ClaimTypes.Email, customer.Email)];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }
}
