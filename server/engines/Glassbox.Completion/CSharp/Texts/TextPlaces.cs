using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Comments and strings in which something of the program is named. <see cref="NonCode"/> tells where they are.</summary>
internal static class TextPlaces
{
    /// <summary>What fits, or null where it is free text.</summary>
    public static async Task<TextPopup?> AtAsync(Document document, SyntaxNode root, SourceText text, int cursor, CancellationToken cancellationToken)
    {
        if (DocComment.At(root, text, cursor) is { } comment) return await DocPopup.OfAsync(document, comment, cancellationToken);
        if (StringPlace.At(root, text, cursor) is not { } place || await document.GetSemanticModelAsync(cancellationToken) is not { } model) return null;
        var popup = StringPopup.Of(document, place, model, cancellationToken);
        return popup?.Entries.IsEmpty == true ? null : popup;
    }
}
