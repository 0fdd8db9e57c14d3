using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary><c>assembly:</c> and the like, where a list of attributes begins.</summary>
internal static class AttributeTargets
{
    public static IEnumerable<PopupEntry> At(CSharpSite site)
    {
        if (!site.Is(SitePlace.AttributeName) || !site.Left.IsKind(SyntaxKind.OpenBracketToken) || site.Left.Parent is not AttributeListSyntax list) return [];
        string[] targets = list.FirstAncestorOrSelf<TypeDeclarationSyntax>(type => type.OpenBraceToken.Span.End <= site.WordStart) is not null
            ? ["return", "field", "property", "param", "method", "event", "type"]
            : ["assembly", "module", "type", "return"];
        return targets.Select(target => new PopupEntry(target + ":", CandidateKind.Keyword, Proximity.Namespace) { Name = target, Filter = target, Insert = target + ": " });
    }
}
