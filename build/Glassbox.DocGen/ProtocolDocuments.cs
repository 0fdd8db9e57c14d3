using System.Globalization;
using System.Text;
using Glassbox.Lsp.Session;

namespace Glassbox.DocGen;

/// <summary>What goes over the wire.</summary>
public static class ProtocolDocuments
{
    /// <summary>Capabilities and methods.</summary>
    public static GeneratedDocument Capabilities()
    {
        var page = new StringBuilder($"# Capabilities by method\n\n{Page.Notice}\n\n"
            + "The language server protocol, version 3.18, over standard input and output, a pipe or a socket. Columns are counted in UTF-16, UTF-8 or "
            + "UTF-32, whichever the client names first. A capability is registered after `initialized` where the client has `dynamicRegistration` for it, "
            + "and announced by `initialize` where it has not.\n\n"
            + "| method | server capability | only with the client capability | what it does |\n|---|---|---|---|\n");
        foreach (var feature in Features.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{feature.Method}` | `{feature.ServerCapability}` | {(feature.Needs is null ? "" : $"`{feature.Needs}`")} | {Page.Cell(feature.Summary)} |\n");
        }

        foreach (var (direction, title) in new[] { (MethodDirection.ClientToServer, "Taken from the client"), (MethodDirection.ServerToClient, "Sent to the client") })
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| method | what it means here |\n|---|---|\n");
            foreach (var method in ProtocolMethods.All.Where(method => method.Direction == direction))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{method.Name}` | {Page.Cell(method.Summary)} |\n");
            }
        }

        page.Append("\nAny other request is answered with MethodNotFound, any other notification ignored.\n");
        return new GeneratedDocument("protocol-docs/capabilities.md", page.ToString());
    }

    /// <summary>The commands.</summary>
    public static GeneratedDocument Commands()
    {
        var page = new StringBuilder($"# Commands\n\n{Page.Notice}\n\nOf `workspace/executeCommand`.\n\n| command | what it does |\n|---|---|\n");
        foreach (var (name, summary) in Features.Commands) page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {Page.Cell(summary)} |\n");
        return new GeneratedDocument("protocol-docs/commands.md", page.ToString());
    }

    /// <summary>The messages that are not of the protocol.</summary>
    public static GeneratedDocument Messages()
    {
        var page = new StringBuilder($"# Custom messages\n\n{Page.Notice}\n\nNone is needed to get full value from the server; they serve status lines, tests and tools that wait.\n");
        foreach (var message in CustomMessages.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## `{message.Method}`\n\n{message.Summary}\n\n| property of the answer | type | meaning |\n|---|---|---|\n");
            foreach (var (name, type, meaning) in message.Answer) page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {type} | {Page.Cell(meaning)} |\n");
        }

        return new GeneratedDocument("protocol-docs/messages.md", page.ToString());
    }
}
