using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>A method with its parentheses, the cursor where typing goes on.</summary>
internal static class CallSnippets
{
    // What may follow a whole call.
    private const string AfterCall = ".;,)]?";

    /// <summary>True where a method that is accepted is going to be called.</summary>
    public static bool Fit(CSharpSite site, SourceText text, int cursor)
    {
        if (!site.Is(SitePlace.Member | SitePlace.Statement | SitePlace.Expression) || site.Is(SitePlace.Using | SitePlace.AttributeName)) return false;
        if (site.TakesMethodGroup || (cursor < text.Length && (SyntaxFacts.IsIdentifierPartCharacter(text[cursor]) || text[cursor] == '<'))) return false;
        var next = cursor;
        while (next < text.Length && text[next] is ' ' or '\t') next++;
        return (next == text.Length || text[next] != '(') && !IsNamedOnly(site);
    }

    /// <summary>What is inserted, and the characters that accept it; null for what is no method.</summary>
    public static (string Text, string CommitCharacters)? Of(PopupEntry entry)
    {
        if (entry.Kind is not (CandidateKind.Method or CandidateKind.Function) || entry.Symbols.IsEmpty) return null;
        var takesArguments = false;
        var takesTypes = true;
        foreach (var symbol in entry.Symbols)
        {
            if (symbol is not IMethodSymbol method) return null;
            takesArguments |= !method.Parameters.IsEmpty;
            takesTypes = takesTypes && NeedsTypeArguments(method);
        }

        var name = entry.Insert ?? entry.Label;
        return (takesTypes, takesArguments) switch
        {
            (true, true) => ($"{name}<$1>($2)", ""),
            (true, false) => ($"{name}<$1>()", ""),
            (false, true) => ($"{name}($1)", ""),
            _ => ($"{name}()$0", AfterCall),
        };
    }

    // In "nameof(x.Run)", "&Run" and the constants of attributes nothing is called.
    private static bool IsNamedOnly(CSharpSite site)
    {
        for (var node = site.Left.Parent; node is not (null or StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax); node = node.Parent)
        {
            if (node is AttributeArgumentListSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }) return true;
            if (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } call
                && call.ArgumentList.OpenParenToken.Span.End <= site.WordStart)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NeedsTypeArguments(IMethodSymbol method)
    {
        if (!method.IsGenericMethod) return false;
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        return declared.TypeParameters.Any(parameter => !declared.Parameters.Any(taken => Mentions(taken.Type, parameter)));
    }

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol other => other.Ordinal == parameter.Ordinal && other.TypeParameterKind == parameter.TypeParameterKind,
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        IPointerTypeSymbol pointer => Mentions(pointer.PointedAtType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        _ => false,
    };
}
