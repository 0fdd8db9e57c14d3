using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4006: answers that scripts of every site may read.</summary>
internal sealed class AnyOriginRule : INodeRule
{
    private const string Header = "Access-Control-Allow-Origin";

    private static readonly string[] Policies = ["Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => access.Name.Identifier.ValueText switch
        {
            "AllowAnyOrigin" => true,
            "WithOrigins" or "SetIsOriginAllowed" => call.ArgumentList.Arguments.Count > 0,
            "Add" or "Append" or "AddHeader" or "AppendHeader" or "TryAddWithoutValidation" or "TryAdd" => call.ArgumentList.Arguments is [var key, _]
                && (Syntax.LastName(access.Expression) is "Headers" or "Response" or "CustomHeaders" || IsHeaderText(key.Expression)),
            _ => false,
        },
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => IsHeader(assignment.Left),
        AttributeSyntax attribute => Controllers.NameOf(attribute) is "EnableCors",
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) is "EnableCorsAttribute",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                InspectCall(call, access, context);
                break;
            case AssignmentExpressionSyntax assignment when IsAnyone(assignment.Right, context):
                Report(Confidence.High, $"{Header} is given to every site", assignment, context);
                break;
            case AttributeSyntax { ArgumentList.Arguments: [var origins, ..] } attribute when context.TextOf(origins.Expression) is "*":
                Report(Confidence.High, "EnableCors(\"*\") lets scripts of every site read the answers", attribute, context);
                break;
            case ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var origins, ..] } creation when context.TextOf(origins.Expression) is "*":
                Report(Confidence.High, "EnableCorsAttribute(\"*\") lets scripts of every site read the answers", creation, context);
                break;
        }
    }

    private static void InspectCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, DocumentContext context)
    {
        var name = access.Name.Identifier.ValueText;
        var arguments = call.ArgumentList.Arguments;
        if (name is "AllowAnyOrigin" or "WithOrigins" or "SetIsOriginAllowed")
        {
            var opens = name switch
            {
                "AllowAnyOrigin" => true,
                "WithOrigins" => arguments.Any(argument => context.TextOf(argument.Expression) is "*"),
                _ => context.AlwaysSaysTrue(arguments[0].Expression),
            };
            // The methods are called so nowhere else; an unbound lambda parameter has no type to ask.
            var symbol = context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol;
            if (!opens || (symbol is not null && context.ConfidenceOfMember(call, name, Policies) is null)) return;
            var withCookies = PolicyAround(call).DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(other => other.Name.Identifier.ValueText is "AllowCredentials");
            // From the name on: the chain before it is somebody else's.
            var span = TextSpan.FromBounds(access.Name.SpanStart, call.Span.End);
            if (DevelopmentOnly.Covers(call)) return;
            context.Report(
                WebIds.AnyOrigin, symbol is null ? Confidence.Medium : Confidence.High,
                withCookies ? $"{name} lets scripts of every site act with the cookies of whoever visits it" : $"{name} lets scripts of every site read the answers", span);
            return;
        }

        if (IsHeaderName(arguments[0].Expression, context) && IsAnyone(arguments[1].Expression, context)) Report(Confidence.High, $"{Header} is given to every site", call, context);
    }

    // The lambda or statement that builds one policy.
    private static SyntaxNode PolicyAround(SyntaxNode call) =>
        call.Ancestors().FirstOrDefault(ancestor => ancestor is AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax) ?? call;

    private static bool IsHeader(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => IsHeaderText(key),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax key }] } => key.Name.Identifier.ValueText is "AccessControlAllowOrigin",
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "AccessControlAllowOrigin",
        _ => false,
    };

    private static bool IsHeaderText(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax literal && string.Equals(literal.Token.ValueText, Header, StringComparison.OrdinalIgnoreCase);

    private static bool IsHeaderName(ExpressionSyntax expression, DocumentContext context) =>
        string.Equals(context.TextOf(expression), Header, StringComparison.OrdinalIgnoreCase) || Syntax.LastName(expression) is "AccessControlAllowOrigin";

    // Everyone, or whoever asks.
    private static bool IsAnyone(ExpressionSyntax value, DocumentContext context)
    {
        if (context.TextOf(value) is { } text) return text is "*";
        var origin = context.OriginOf(value);
        if (origin is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } asText }) origin = asText.Expression;
        return origin switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } access => Syntax.LastName(access.Expression) is "Headers" && (context.TextOf(key) is "Origin" or "origin" || Syntax.LastName(key) is "Origin"),
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "Origin" && Syntax.LastName(access.Expression) is "Headers",
            _ => false,
        };
    }

    private static void Report(Confidence confidence, string message, SyntaxNode place, DocumentContext context)
    {
        if (!DevelopmentOnly.Covers(place)) context.Report(WebIds.AnyOrigin, confidence, message, place.Span);
    }
}
