using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>How a URI begins.</summary>
internal static class UriSchemes
{
    private static readonly string[] All = ["https://", "http://", "file:///", "mailto:", "ftp://", "ws://", "wss://", "urn:", "data:"];

    public static TextPopup? Of(StringPlace place) => place.Written.All(char.IsLetter)
        ? TextPopup.Of(place.Start, All.Select(scheme => new PopupEntry(scheme, CandidateKind.Value, 0)))
        : null;
}
