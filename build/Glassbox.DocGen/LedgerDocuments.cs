using System.Globalization;
using System.Text;
using System.Text.Json;
using Glassbox.Contracts.Ledger;

namespace Glassbox.DocGen;

/// <summary>The ledger's record types.</summary>
public static class LedgerDocuments
{
    /// <summary>The page.</summary>
    public static GeneratedDocument Records()
    {
        var comments = DocComments.Of(typeof(LedgerEvent).Assembly);
        var page = new StringBuilder($"# Ledger records\n\n{Page.Notice}\n\nOne JSON object a line in the user's state folder, each with the hash of the one before; "
            + "`glassbox ledger verify` names the first that is not as it was written.\n");
        foreach (var (kind, type) in LedgerEvent.Kinds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## `{kind}`\n\n{comments.Summary(type)}\n\n| property | meaning |\n|---|---|\n");
            foreach (var parameter in type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters())
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)}` | {Page.Cell(comments.Parameter(type, parameter.Name!))} |\n");
            }
        }

        return new GeneratedDocument("protocol-docs/ledger.md", page.ToString());
    }
}
