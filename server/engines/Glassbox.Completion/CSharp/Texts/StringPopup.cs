using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Chooses what is offered in a string by what the string is for.</summary>
internal static class StringPopup
{
    public static TextPopup? Of(Document document, StringPlace place, SemanticModel model, CancellationToken cancellationToken)
    {
        if (place.Owner is InterpolationFormatClauseSyntax { Parent: InterpolationSyntax hole })
            return FormatStrings.Of(FormatStrings.SyntaxOf(model.GetTypeInfo(hole.Expression, cancellationToken).Type), place, place.Start);

        var use = StringUse.Of(place.Owner, model, cancellationToken);
        if (use.Targets.IsEmpty) return null;
        switch (use.Syntax)
        {
            case "CompositeFormat": return CompositeFormats.Of(place, use, model, cancellationToken);
            case "Regex": return RegexParts.Of(place);
            case "Uri": return UriSchemes.Of(place);
            case { } format when FormatStrings.Knows(format):
                // An enum's own ToString says no more than "format" in some frameworks.
                return FormatStrings.Of(format, place, place.Start);
        }

        // Frameworks before .NET 7 do not say what their strings are.
        var target = use.Targets[0];
        if (target is IParameterSymbol { Name: "format", ContainingSymbol: IMethodSymbol method } )
        {
            if (method.Name is "Format" or "WriteLine" or "Write" or "AppendFormat") return CompositeFormats.Of(place, use, model, cancellationToken);
            if (method.Name is "ToString") return FormatStrings.Of(FormatStrings.SyntaxOf(method.ContainingType), place, place.Start);
        }

        if (target is IParameterSymbol { Name: "pattern", ContainingSymbol.ContainingType.Name: "Regex" }) return RegexParts.Of(place);
        return ArgumentNames.Fit(target) ? ArgumentNames.Of(place, target.Name, model, cancellationToken)
            : use.Targets.Any(PathEntries.Fit) ? PathEntries.Of(place, document)
            : null;
    }
}
