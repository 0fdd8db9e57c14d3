using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Dispatch;

/// <summary>A method that is answered.</summary>
internal interface IRequestMethod
{
    /// <summary>Its name in the protocol.</summary>
    string Name { get; }

    /// <summary>
    /// Answers. Up to its first await it runs in the order of the stream: everything that depends on the documents as they
    /// are at that moment (converting positions, asking the core) must be done there.
    /// </summary>
    Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken);
}
