using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Detections;

/// <summary>Names for detections that stay while lines move: rule, enclosing member, text, ordinal among equals.</summary>
internal static class Fingerprints
{
    /// <summary>The fingerprints of detections, which must be in order of their spans.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Detection> detections, SyntaxNode root)
    {
        var seen = new Dictionary<string, int>();
        foreach (var detection in detections)
        {
            var node = root.FindNode(detection.Span, getInnermostNodeForTie: true);
            var text = string.Join(' ', node.DescendantTokens(token => token.Span.OverlapsWith(detection.Span)).Where(token => detection.Span.Contains(token.Span)).Select(token => token.Text));
            var key = $"{detection.RuleId}\n{MemberOf(node)}\n{text}";
            var ordinal = seen.TryGetValue(key, out var before) ? before + 1 : 0;
            seen[key] = ordinal;
            yield return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{ordinal}")))[..32];
        }
    }

    // From syntax, not symbols: it must be the same whether or not references resolve.
    private static string MemberOf(SyntaxNode node)
    {
        var parts = new List<string>();
        for (var at = node; at is not null; at = at.Parent)
        {
            var part = at switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText + Types(method.ParameterList),
                ConstructorDeclarationSyntax constructor => ".ctor" + Types(constructor.ParameterList),
                LocalFunctionStatementSyntax function => function.Identifier.ValueText + Types(function.ParameterList),
                OperatorDeclarationSyntax op => "operator" + op.OperatorToken.Text + Types(op.ParameterList),
                ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type + Types(conversion.ParameterList),
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                IndexerDeclarationSyntax => "this[]",
                AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
                VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                _ => null,
            };
            if (part is not null) parts.Add(part);
        }

        parts.Reverse();
        return string.Join('.', parts);
    }

    private static string Types(ParameterListSyntax parameters) =>
        $"({string.Join(',', parameters.Parameters.Select(parameter => parameter.Type?.ToString()))})";
}
