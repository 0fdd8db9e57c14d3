using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules;

/// <summary>Whether a name means the type of System.Security.Cryptography.</summary>
internal static class Cryptography
{
    private const string Namespace = "System.Security.Cryptography";

    /// <summary>How sure it is, or null where the name means something else.</summary>
    public static Confidence? ConfidenceOf(SyntaxNode typeName, DocumentContext context)
    {
        var symbol = context.Model.GetSymbolInfo(typeName, context.CancellationToken).Symbol;
        if (symbol is INamedTypeSymbol { TypeKind: not TypeKind.Error } type) return type.ContainingNamespace.IsInOrBelow(Namespace) ? Confidence.High : null;
        if (symbol is not null) return null;
        return context.Usings.Contains(Namespace) ? Confidence.Medium : null;
    }
}
