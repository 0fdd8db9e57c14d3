using System.ComponentModel.DataAnnotations;
using Shop.Domain.Customers;

namespace Shop.Web.Models;

public sealed record RegisterRequest(
    [Required] string Name,
    [EmailAddress] string Email,
    [MinLength(12)] string Password,
    Address Address);
