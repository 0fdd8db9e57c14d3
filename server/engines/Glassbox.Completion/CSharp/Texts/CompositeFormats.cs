using System.Globalization;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>The places of arguments in <c>"{0} {1:N2}"</c>.</summary>
internal static class CompositeFormats
{
    public static TextPopup? Of(StringPlace place, StringUse use, SemanticModel model, CancellationToken cancellationToken)
    {
        var open = OpenBrace(place.Written);
        if (open < 0 || use.Arguments is not { } list) return null;
        var arguments = list.Arguments.SkipWhile(argument => !argument.Span.Contains(place.Owner.Span)).Skip(1).Select(argument => argument.Expression).ToArray();
        if (arguments is [ArrayCreationExpressionSyntax { Initializer: { } created }]) arguments = [.. created.Expressions];
        else if (arguments is [ImplicitArrayCreationExpressionSyntax implied]) arguments = [.. implied.Initializer.Expressions];

        var hole = place.Written[(open + 1)..];
        var colon = hole.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return hole.All(char.IsAsciiDigit) ? Places(place, arguments, place.Start + open + 1) : null;
        var number = hole[..colon].Split(',')[0];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= arguments.Length) return null;
        var syntax = FormatStrings.SyntaxOf(model.GetTypeInfo(arguments[index], cancellationToken).Type);
        return FormatStrings.Of(syntax, place, place.Start + open + 1 + colon + 1);
    }

    private static TextPopup Places(StringPlace place, ExpressionSyntax[] arguments, int start)
    {
        // One more than there are: the format is often written first.
        var count = Math.Max(arguments.Length, 1);
        var close = place.After == '}' ? "" : "}";
        return TextPopup.Of(start, Enumerable.Range(0, count).Select(index =>
        {
            var label = index.ToString(CultureInfo.InvariantCulture);
            return new PopupEntry(label, CandidateKind.Value, 0) { Detail = index < arguments.Length ? arguments[index].ToString() : "", Insert = label + close };
        }));
    }

    // Doubled braces are text.
    private static int OpenBrace(string written)
    {
        var open = -1;
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '{')
            {
                if (open < 0 && i + 1 < written.Length && written[i + 1] == '{') i++;
                else open = i;
            }
            else if (written[i] == '}')
            {
                open = -1;
            }
        }

        return open;
    }
}
