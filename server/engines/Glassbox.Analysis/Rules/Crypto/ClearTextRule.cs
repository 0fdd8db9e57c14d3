using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2024: requests, mail and logins that go over the network unprotected.</summary>
internal sealed class ClearTextRule : INodeRule
{
    private static readonly HashSet<string> Requests =
    [
        "GetAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "GetFromJsonAsync", "PostAsJsonAsync",
        "PutAsJsonAsync", "DownloadString", "DownloadStringAsync", "DownloadStringTaskAsync", "DownloadData", "DownloadDataTaskAsync", "DownloadFile", "DownloadFileTaskAsync",
        "UploadString", "UploadStringTaskAsync", "UploadData", "UploadValues", "UploadFile", "OpenRead", "Create", "CreateHttp", "ForAddress",
    ];

    private static readonly string[] Clients =
        ["System.Net.Http.HttpClient", "System.Net.WebClient", "System.Net.WebRequest", "Grpc.Net.Client.GrpcChannel"];

    private static readonly string[] AddressOwners =
        ["System.Net.Http.HttpClient", "System.Net.Http.HttpRequestMessage", "System.Net.WebClient", "RestSharp.RestClientOptions"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: > 0 } => Requests.Contains(access.Name.Identifier.ValueText),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => Syntax.LastName(Creations.TypeOf(creation)) is "HttpRequestMessage" or "RestClient" or "RestClientOptions",
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            Syntax.LastName(assignment.Left) is "BaseAddress" or "RequestUri" or "BaseUrl" or "EnableSsl" or "RequireHttpsMetadata" or "AuthType",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" } access => Syntax.LastName(access.Expression) is "AuthenticationTypes" or "SecureSocketOptions" && access.Parent is ArgumentSyntax,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                if (AddressIn(call.ArgumentList.Arguments[0].Expression, context) is { } host && context.ConfidenceOfValue(access.Expression, Clients) is { } confidence && !SwitchesTlsOn(call, context))
                    ReportAddress(host, confidence, call.ArgumentList.Arguments[0].Expression, context);
                break;
            case BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type:
                foreach (var argument in creation.ArgumentList!.Arguments)
                {
                    if (AddressIn(argument.Expression, context) is { } given && context.ConfidenceOfType(type, "System.Net.Http.HttpRequestMessage", "RestSharp.RestClient", "RestSharp.RestClientOptions") is { } sure)
                        ReportAddress(given, sure, argument.Expression, context);
                }

                break;
            case AssignmentExpressionSyntax assignment:
                InspectSetting(assignment, context);
                break;
            case MemberAccessExpressionSyntax access:
                InspectMode(access, context);
                break;
        }
    }

    private static string? AddressIn(ExpressionSyntax expression, DocumentContext context) =>
        context.BeginningOf(expression) is { } beginning ? ClearTextAddress.HostOf(beginning) : null;

    private static void ReportAddress(string host, Confidence confidence, ExpressionSyntax place, DocumentContext context) =>
        context.Report(CryptoIds.ClearTextTransport, confidence, $"What is sent to and comes from {host} can be read and changed on the way", place.Span);

    // FTP begins in clear text and changes over, if it is told to.
    private static bool SwitchesTlsOn(SyntaxNode call, DocumentContext context) =>
        Syntax.BodyOf(call).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(other => Syntax.LastName(other.Left) is "EnableSsl" && !context.IsFalse(other.Right));

    private static void InspectSetting(AssignmentExpressionSyntax assignment, DocumentContext context)
    {
        switch (Syntax.LastName(assignment.Left))
        {
            case "BaseAddress" or "RequestUri" or "BaseUrl":
                if (AddressIn(assignment.Right, context) is { } host && context.ConfidenceOfSetting(assignment, AddressOwners) is { } confidence) ReportAddress(host, confidence, assignment.Right, context);
                break;
            case "EnableSsl" when context.IsFalse(assignment.Right):
                var logsIn = Creations.SettingsBeside(assignment).Any(other => Syntax.LastName(other.Left) is "Credentials");
                if (logsIn && context.ConfidenceOfSetting(assignment, "System.Net.Mail.SmtpClient", "System.Net.FtpWebRequest") is { } mail && !DevelopmentOnly.Covers(assignment))
                    context.Report(CryptoIds.ClearTextTransport, mail, "EnableSsl = false sends the password in clear text", assignment.Span);
                break;
            case "RequireHttpsMetadata" when context.IsFalse(assignment.Right) && !DevelopmentOnly.Covers(assignment):
                context.Report(CryptoIds.ClearTextTransport, Confidence.Medium, "RequireHttpsMetadata = false takes the keys that tokens are checked with over HTTP", assignment.Span);
                break;
            case "AuthType" when context.MemberOf(assignment.Right) is "Basic":
                if (context.ConfidenceOfSetting(assignment, "System.DirectoryServices.Protocols.LdapConnection") is { } directory && !ProtectsDirectory(assignment))
                    context.Report(CryptoIds.ClearTextTransport, directory, "AuthType.Basic without TLS sends the password in clear text", assignment.Span);
                break;
        }
    }

    private static bool ProtectsDirectory(SyntaxNode node) =>
        Syntax.BodyOf(node).DescendantTokens().Any(token => token.ValueText is "SecureSocketLayer" or "StartTransportLayerSecurity" or "636" or "Signing" or "Sealing");

    private static void InspectMode(MemberAccessExpressionSyntax access, DocumentContext context)
    {
        if (access.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list }) return;
        if (Syntax.LastName(access.Expression) is "AuthenticationTypes")
        {
            var path = list.Arguments[0].Expression;
            if (context.ConfidenceOfType(access.Expression, "System.DirectoryServices.AuthenticationTypes") is not { } directory || context.BeginningOf(path)?.StartsWith("LDAPS", StringComparison.OrdinalIgnoreCase) == true) return;
            context.Report(CryptoIds.ClearTextTransport, directory, "AuthenticationTypes.None sends the password in clear text", access.Span);
        }
        else if (context.ConfidenceOfType(access.Expression, "MailKit.Security.SecureSocketOptions") is { } mail)
        {
            var logsIn = Syntax.BodyOf(access).DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Syntax.LastName(call.Expression) is "Authenticate" or "AuthenticateAsync");
            if (logsIn && !DevelopmentOnly.Covers(access)) context.Report(CryptoIds.ClearTextTransport, mail, "SecureSocketOptions.None sends the password in clear text", access.Span);
        }
    }
}
