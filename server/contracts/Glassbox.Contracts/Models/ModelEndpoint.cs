namespace Glassbox.Contracts.Models;

/// <summary>A model that may be asked.</summary>
/// <param name="Address">An absolute <c>https</c> address, or <c>http</c> on this machine.</param>
/// <param name="Model">The model's name, as the endpoint knows it.</param>
/// <param name="KeyVariable">The environment variable that holds the key, or null where none is needed. Never the key itself.</param>
public sealed record ModelEndpoint(Uri Address, string Model, string? KeyVariable);
