namespace Glassbox.Contracts.Session;

/// <summary>Asks for the findings of everything in scope.</summary>
/// <param name="WaitsForLoad">Wait until loading has ended.</param>
/// <param name="Announces">Announce each document through <see cref="ICoreEvents.OnDocumentFound"/> as it is done.</param>
/// <param name="WithClean">Also return the documents without findings.</param>
public sealed record FindAllQuery(bool WaitsForLoad, bool Announces, bool WithClean);
