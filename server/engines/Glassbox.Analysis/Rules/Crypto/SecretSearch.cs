using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>Whether a value becomes part of something that nobody may guess, as the names on its way say.</summary>
internal sealed class SecretSearch(DocumentContext context)
{
    private const int Deepest = 5;

    // Values that go everywhere are followed no further.
    private int budget = 120;

    /// <summary>The name of the secret that a drawn value is put into, or null.</summary>
    public string? SecretMadeOf(InvocationExpressionSyntax draw)
    {
        // NextBytes(buffer), GetItems(choices, destination): the value is in the argument.
        if (Syntax.LastName(draw.Expression) is "NextBytes" && draw.ArgumentList.Arguments is [{ Expression: var buffer }])
            return RootOf(buffer) is { } name ? ForVariable(name, draw, holdsBytes: true, 0) : null;
        return For(draw, 0);
    }

    private string? For(ExpressionSyntax value, int depth)
    {
        if (depth > Deepest || --budget < 0) return null;
        SyntaxNode at = value;
        while (true)
        {
            switch (at.Parent)
            {
                case BinaryExpressionSyntax binary when IsComparison(binary):
                case ConditionalExpressionSyntax choice when choice.Condition == at:
                    return null;
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or PrefixUnaryExpressionSyntax:
                case PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or CheckedExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax:
                case InitializerExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax:
                    at = at.Parent;
                    continue;
                case MemberAccessExpressionSyntax access when access.Expression == at:
                    if (access.Name.Identifier.ValueText is "Length" or "Count") return null;
                    at = access.Parent is InvocationExpressionSyntax ? access.Parent : access;
                    continue;
                case ElementAccessExpressionSyntax element when element.Expression == at:
                    at = element;
                    continue;
                case ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax element } }:
                    // tokens[random.Next(n)] chooses one that is there already.
                    if (IsTarget(element) || NameWords.IsSecret(Syntax.LastName(element.Expression) ?? "")) return null;
                    at = element;
                    continue;
                case ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument:
                    if (PassesOn(call))
                    {
                        at = call;
                        continue;
                    }

                    return ForArgument(argument, call, depth);
                case AnonymousFunctionExpressionSyntax lambda:
                    at = lambda;
                    continue;
                case ReturnStatementSyntax:
                    if (Syntax.FunctionOf(at) is not AnonymousFunctionExpressionSyntax function) return ForResult(Syntax.FunctionOf(at), depth);
                    at = function;
                    continue;
                case ArrowExpressionClauseSyntax { Parent: { } member }:
                    return ForResult(member is AccessorDeclarationSyntax ? member.Parent!.Parent! : member, depth);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return ForVariable(variable.Identifier.ValueText, variable, holdsBytes: false, depth);
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    return Secret(property.Identifier.ValueText);
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Key" } key } toKey when toKey.Right == at && IsKeyed(key.Expression):
                    return "Key";
                case AssignmentExpressionSyntax assignment when assignment.Right == at:
                    return RootOf(assignment.Left) is { } target ? ForVariable(target, assignment, holdsBytes: false, depth) : null;
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var name }:
                    return Secret(name);
                default:
                    return null;
            }
        }
    }

    private string? ForVariable(string name, SyntaxNode near, bool holdsBytes, int depth)
    {
        if (Secret(name) is { } secret) return secret;
        if (holdsBytes && NameWords.Of(name).Contains("key")) return name;
        // A bare "code" says what it is by where it is made.
        if (NameWords.Of(name) is ["code"] && IsAboutCodes(near)) return name;
        foreach (var use in Syntax.BodyOf(near).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name || near.Span.Contains(use.Span) || use.Parent is MemberAccessExpressionSyntax access && access.Name == use) continue;
            if (For(use, depth + 1) is { } found) return found;
        }

        return null;
    }

    private string? ForResult(SyntaxNode function, int depth)
    {
        var name = function switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            _ => null,
        };
        if (name is null) return null;
        if (Secret(name) is { } secret) return secret;
        if (!NameWords.IsAboutSomethingElse(name) && function.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && Secret(type.Identifier.ValueText) is { } maker) return maker;
        if (depth > 2) return null;
        foreach (var call in context.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (Syntax.LastName(call.Expression) == name && !function.Span.Contains(call.Span) && For(call, depth + 2) is { } found) return found;
        }

        return null;
    }

    private string? ForArgument(ArgumentSyntax argument, ExpressionSyntax call, int depth)
    {
        if (argument.NameColon?.Name.Identifier.ValueText is { } named && Secret(named) is { } byName) return byName;
        if (call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            // text.Append(value), list.Add(value): what is built goes on.
            if (access.Name.Identifier.ValueText is "Append" or "Insert" or "AppendFormat" or "Add" or "AppendLine")
                return RootOf(access.Expression) is { } built ? ForVariable(built, call, holdsBytes: false, depth) : null;
            if (access.Name.Identifier.ValueText is "Delay" or "Sleep" || access.Name.Identifier.ValueText.StartsWith("From", StringComparison.Ordinal)) return null;
        }

        if (context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method || argument.Parent is not BaseArgumentListSyntax list) return null;
        var index = list.Arguments.IndexOf(argument);
        if (index >= 0 && index < method.Parameters.Length)
        {
            var parameter = method.Parameters[index].Name;
            if (NameWords.IsSecret(parameter)) return parameter;
            if (parameter is "key" or "rgbKey" && method.ContainingNamespace.IsInOrBelow("System.Security.Cryptography")) return parameter;
        }

        return method.MethodKind != MethodKind.Constructor && method.Name.StartsWith("Set", StringComparison.Ordinal) ? Secret(method.Name) : null;
    }

    private bool IsKeyed(ExpressionSyntax receiver) =>
        context.ConfidenceOfValue(receiver, "System.Security.Cryptography.SymmetricAlgorithm", "System.Security.Cryptography.KeyedHashAlgorithm") is not null;

    private static bool IsAboutCodes(SyntaxNode near) =>
        (Syntax.FunctionOf(near) is MethodDeclarationSyntax method && NameWords.IsSecret(method.Identifier.ValueText + "Code"))
        || (near.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && NameWords.IsSecret(type.Identifier.ValueText + "Code"));

    // Calls whose result is made of the argument.
    private static bool PassesOn(ExpressionSyntax call) => call switch
    {
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) is "String" or "StringBuilder" or "List" or "Guid" || creation.Type is PredefinedTypeSyntax,
        InvocationExpressionSyntax invocation => Syntax.LastName(invocation.Expression) is "ToBase64String" or "ToHexString" or "ToHexStringLower" or "ToString" or "GetString" or "Format"
            or "Concat" or "Join" or "Select" or "SelectMany" or "Repeat" or "ToChar" or "ToInt32" or "ToByte" or "Abs" or "Floor" or "Truncate" or "Round" or "GetBytes" or "ElementAt" or "Substring"
            or "UrlEncode" or "Base64UrlEncode" or "Encode" or "EncodeToString" or "Create" or "OrderBy" or "Generate",
        _ => false,
    };

    private static bool IsComparison(BinaryExpressionSyntax binary) => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static bool IsTarget(ElementAccessExpressionSyntax element) =>
        element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element;

    private static string? Secret(string name) => NameWords.IsSecret(name) ? name : null;

    // The variable that is written to: chars in chars[i], in chars.AsSpan() and in this.chars.
    private static string? RootOf(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax element => RootOf(element.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => RootOf(access.Expression),
        _ => Syntax.LastName(target),
    };
}
