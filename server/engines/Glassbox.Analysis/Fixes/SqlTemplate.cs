using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>SQL text with parameters in place of the values that were put into it.</summary>
internal sealed partial class SqlTemplate
{
    private readonly List<TextPiece> pieces = [];
    private readonly List<(string Name, List<TextPiece> Value)> parameters = [];

    private SqlTemplate()
    {
    }

    /// <summary>The text, with what may stay in it.</summary>
    public IReadOnlyList<TextPiece> Pieces => pieces;

    /// <summary>Name without its mark, and what it holds.</summary>
    public IReadOnlyList<(string Name, List<TextPiece> Value)> Parameters => parameters;

    /// <summary>
    /// Finds a parameter for every value. Null where one stands for a table, a column, a list or another part of the
    /// statement: that cannot be a parameter.
    /// </summary>
    public static SqlTemplate? From(List<TextPiece> source, SemanticModel model, char mark, IReadOnlyCollection<string> namesTaken)
    {
        var template = new SqlTemplate();
        var taken = new HashSet<string>(namesTaken, StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder();
        List<TextPiece>? quoted = null;
        foreach (var piece in source)
        {
            if (piece.Value is { } constant)
            {
                foreach (var character in constant)
                {
                    if (character != '\'')
                    {
                        if (quoted is not null) Append(quoted, character);
                        else text.Append(character);
                    }
                    else if (quoted is null)
                    {
                        quoted = [];
                    }
                    else
                    {
                        Close();
                    }
                }
            }
            else if (MayStay(piece, model))
            {
                if (quoted is not null) quoted.Add(piece);
                else Flush(piece);
            }
            else if (piece.HasFormat)
            {
                return null;
            }
            else if (quoted is not null)
            {
                quoted.Add(piece);
            }
            else
            {
                if (!ValuePosition().IsMatch(text.ToString())) return null;
                AddParameter([piece]);
            }
        }

        if (quoted is not null || template.parameters.Count == 0) return null;
        Flush(next: null);
        return template;

        void Close()
        {
            if (quoted!.Exists(piece => piece.Hole is not null))
            {
                // N'…' says what the parameter's type says.
                if (text.Length > 0 && text[^1] == 'N' && (text.Length == 1 || !char.IsLetterOrDigit(text[^2]))) text.Length--;
                AddParameter(quoted);
            }
            else
            {
                text.Append('\'').Append(string.Concat(quoted.Select(piece => piece.Value))).Append('\'');
            }

            quoted = null;
        }

        void AddParameter(List<TextPiece> value)
        {
            var hole = value.First(piece => piece.Hole is not null).Hole!;
            var name = NameFor(hole);
            var unique = name;
            for (var number = 2; !taken.Add(unique); number++) unique = name + number;
            template.parameters.Add((unique, value));
            text.Append(mark).Append(unique);
        }

        void Flush(TextPiece? next)
        {
            if (text.Length > 0) template.pieces.Add(TextPiece.Text(text.ToString()));
            text.Clear();
            if (next is not null) template.pieces.Add(next);
        }
    }

    private static void Append(List<TextPiece> pieces, char character)
    {
        if (pieces is [.., { Value: { } before }]) pieces[^1] = TextPiece.Text(before + character);
        else pieces.Add(TextPiece.Text(character.ToString()));
    }

    private static bool MayStay(TextPiece piece, SemanticModel model)
    {
        if (model.GetConstantValue(piece.Hole!).HasValue) return true;
        return model.GetTypeInfo(piece.Hole!).Type is { TypeKind: not TypeKind.Error } type && type.IsHarmless();
    }

    private static string NameFor(ExpressionSyntax hole)
    {
        // The key of Request.Query["name"] says more than "Query".
        var key = hole.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().FirstOrDefault()?.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax;
        var name = key?.Token.ValueText ?? hole.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault(identifier => identifier.Parent is not InvocationExpressionSyntax
            && identifier.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } || identifier.Parent is MemberAccessExpressionSyntax access && access.Expression == identifier)?.Identifier.ValueText;
        var letters = string.Concat((name ?? "").Where(char.IsAsciiLetterOrDigit));
        return letters.Length == 0 || !char.IsAsciiLetter(letters[0]) ? "value" : char.ToLowerInvariant(letters[0]) + letters[1..];
    }

    // What comes before says that a single value is meant. IN (…) is left out: there it may be a list.
    [GeneratedRegex(@"(=|<|>|\bLIKE|\bBETWEEN|\bLIMIT|\bOFFSET|\bVALUES\s*\((\s*[^()\s]+\s*,)*)\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ValuePosition();
}
