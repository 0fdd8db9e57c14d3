using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Dispatch;

/// <summary>A method that changes state and is not answered. It returns when the change has taken effect.</summary>
internal interface INotificationMethod
{
    /// <summary>Its name in the protocol.</summary>
    string Name { get; }

    /// <summary>Takes the change.</summary>
    void Take(JToken? parameters);
}
