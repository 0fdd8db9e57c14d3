using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4016: passwords and keys in addresses.</summary>
internal sealed class SecretInQueryRule : INodeRule
{
    private static readonly string[] Queries = ["password=", "passwd=", "pwd=", "secret=", "api_key=", "apikey=", "access_token="];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        ParameterSyntax { Parent.Parent: MethodDeclarationSyntax { AttributeLists.Count: > 0 } or ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax } } parameter =>
            IsSecret(parameter.Identifier.ValueText),
        InterpolationSyntax interpolation => IsInQuery(interpolation),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case ParameterSyntax parameter when ComesInQuery(parameter, context):
                context.Report(WebIds.SecretInQuery, Confidence.High, $"'{parameter.Identifier.ValueText}' is part of the address, which logs and histories keep", parameter.Span);
                break;
            case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax address } interpolation when IsSent(address):
                context.Report(WebIds.SecretInQuery, Confidence.Medium, $"'{interpolation.Expression}' becomes part of the address, which logs and histories keep", interpolation.Span);
                break;
        }
    }

    private static bool IsSecret(string name) => NameWords.IsPassword(name) || NameWords.Of(name) is [.., "secret"] or [.., "api", "key"] or [.., "access", "token"];

    private static bool ComesInQuery(ParameterSyntax parameter, DocumentContext context)
    {
        foreach (var attribute in parameter.AttributeLists.SelectMany(list => list.Attributes))
        {
            if (Controllers.NameOf(attribute) is "FromHeader" or "FromBody" or "FromForm" or "FromServices") return false;
        }

        return parameter.Parent?.Parent switch
        {
            MethodDeclarationSyntax method => Controllers.AttributesOn(method).Any(attribute => Controllers.NameOf(attribute) is "HttpGet")
                && Controllers.ActionOf(method, context.Model, context.CancellationToken) is { } action && Controllers.ConfidenceOf(action.ContainingType) is not null,
            ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => Syntax.LastName(call.Expression) is "MapGet",
            _ => false,
        };
    }

    // "…?password={value}"
    private static bool IsInQuery(InterpolationSyntax interpolation)
    {
        if (interpolation.Parent is not InterpolatedStringExpressionSyntax address) return false;
        var index = address.Contents.IndexOf(interpolation);
        if (index <= 0 || address.Contents[index - 1] is not InterpolatedStringTextSyntax before) return false;
        var text = before.TextToken.ValueText;
        foreach (var query in Queries)
        {
            if (!text.EndsWith(query, StringComparison.OrdinalIgnoreCase)) continue;
            var at = text.Length - query.Length - 1;
            return at >= 0 && text[at] is '?' or '&';
        }

        return false;
    }

    // The body of a form looks the same, but is no part of the address: an address has a path or a host in front of the question mark.
    private static bool IsSent(InterpolatedStringExpressionSyntax address)
    {
        var text = address.ToString();
        var question = text.IndexOf('?', StringComparison.Ordinal);
        return question > 2 && (text.Contains("://", StringComparison.Ordinal) || text[..question].Contains('/', StringComparison.Ordinal));
    }
}
