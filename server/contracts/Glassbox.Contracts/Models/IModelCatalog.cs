namespace Glassbox.Contracts.Models;

/// <summary>
/// Which model the user has configured. Only the user's own settings count: a workspace can name neither an endpoint nor
/// a key.
/// </summary>
public interface IModelCatalog
{
    /// <summary>Reads the settings as they are now. A file that is missing means: no model.</summary>
    Task<ModelConfiguration> ReadAsync(CancellationToken cancellationToken);
}
