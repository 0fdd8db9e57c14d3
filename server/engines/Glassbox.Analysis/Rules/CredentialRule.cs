using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB2001: passwords, keys and connection strings written into the source. Messages never repeat the secret.</summary>
internal sealed class CredentialRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
        && literal.Token.ValueText is { Length: >= 4 } text
        && (CredentialText.IsKnownToken(text) || CredentialText.HoldsConnectionPassword(text) || MayBeNamed(literal));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var literal = (LiteralExpressionSyntax)node;
        var text = literal.Token.ValueText;
        var name = NameFor(literal);
        if (CredentialText.IsKnownToken(text))
        {
            Report(Confidence.High, name is null ? "An access token or private key is written into the source" : $"'{name}' holds an access token or private key written into the source");
        }
        else if (CredentialText.HoldsConnectionPassword(text))
        {
            Report(Confidence.High, name is null ? "A connection string holds a password written into the source" : $"'{name}' is a connection string with a password written into the source");
        }
        else
        {
            name ??= ParameterFor(literal, context);
            if (name is null || !CredentialText.IsCredential(name, text)) return;
            var isComparison = Carrier(literal).Parent is BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression };
            Report(isComparison ? Confidence.Medium : Confidence.High, $"'{name}' holds a credential written into the source");
        }

        void Report(Confidence confidence, string message) => context.Report(RuleIds.Credential, confidence, message, literal.Span);
    }

    private static bool MayBeNamed(LiteralExpressionSyntax literal) =>
        NameFor(literal) is { } name ? CredentialText.IsCredential(name, literal.Token.ValueText) : CallTakesCredentials(literal);

    // The literal together with "x ??", "a ? b :", parentheses and Encoding.GetBytes(…) around it.
    private static SyntaxNode Carrier(LiteralExpressionSyntax literal)
    {
        SyntaxNode at = literal;
        while (true)
        {
            switch (at.Parent)
            {
                case ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    at = at.Parent;
                    continue;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when Syntax.LastName(call.Expression) is "GetBytes" or "FromBase64String":
                    at = call;
                    continue;
                default:
                    return at;
            }
        }
    }

    private static string? NameFor(LiteralExpressionSyntax literal)
    {
        var at = Carrier(literal);
        return at.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: ParameterSyntax parameter } => parameter.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } } assignment when assignment.Right == at => key.Token.ValueText,
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } } assignment when assignment.Right == at => key.Token.ValueText,
            AssignmentExpressionSyntax assignment when assignment.Right == at => Syntax.LastName(assignment.Left),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                Syntax.LastName(comparison.Left == at ? comparison.Right : comparison.Left),
            _ => null,
        };
    }

    private static bool CallTakesCredentials(LiteralExpressionSyntax literal)
    {
        if (Carrier(literal).Parent is not ArgumentSyntax { Parent.Parent: { } call }) return false;
        var name = call switch
        {
            ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type),
            InvocationExpressionSyntax invocation => Syntax.LastName(invocation.Expression),
            _ => null,
        };
        return name is not null && CredentialText.CallNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static string? ParameterFor(LiteralExpressionSyntax literal, DocumentContext context)
    {
        if (Carrier(literal).Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument) return null;
        if (context.Model.GetSymbolInfo(list.Parent!, context.CancellationToken).Symbol is not IMethodSymbol method) return null;
        var index = list.Arguments.IndexOf(argument);
        if (index >= method.Parameters.Length) return null;
        var parameter = method.Parameters[index].Name;
        // new SymmetricSecurityKey(key), new SigningCredentials(key, …): the parameter alone says little.
        return parameter == "key" && method.ContainingType.Name.Contains("SecurityKey", StringComparison.Ordinal) ? "securityKey" : parameter;
    }
}
