using System.Text;
using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB2001: the value comes from an environment variable, and the program says so when it is missing.</summary>
internal sealed class EnvironmentVariableFix : IFix
{
    public string Id => "environment-variable";

    public string RuleId => RuleIds.Credential;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken) => Task.FromResult(Propose(context));

    private static FixProposal? Propose(FixContext context)
    {
        var literal = context.Node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault(node => node.Span == context.Detection.Span);
        if (literal is null || literal.Ancestors().Any(ancestor => ancestor is ParameterSyntax or AttributeSyntax or SwitchLabelSyntax or PatternSyntax)) return null;
        var variable = VariableFor(literal, context);
        var missing = $"throw new {context.NameOf("System.InvalidOperationException")}(\"{variable} is not set.\")";
        var title = $"Read it from the environment variable {variable}";
        // x ?? "secret": the part before it already says where the value comes from.
        if (literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == literal)
            return new FixProposal("Require the value to be set", context.Replace(literal, Simple(missing).WithTriviaFrom(literal)));

        var read = $"{context.NameOf("System.Environment")}.GetEnvironmentVariable(\"{variable}\") ?? {missing}";
        var needsParentheses = literal.Parent is not (EqualsValueClauseSyntax or ArgumentSyntax or AssignmentExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax);
        var replacement = Simple(needsParentheses ? $"({read})" : read).WithTriviaFrom(literal);
        if (literal.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } local && local.Modifiers.Any(SyntaxKind.ConstKeyword)) return WithoutConst(local, literal, replacement, title, context);
        if (literal.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field && field.Modifiers.Any(SyntaxKind.ConstKeyword)) return WithoutConst(field, literal, replacement, title, context);
        return new FixProposal(title, context.Replace(literal, replacement));
    }

    private static ExpressionSyntax Simple(string text) => FixContext.Expression(text);

    private static FixProposal WithoutConst(LocalDeclarationStatementSyntax local, LiteralExpressionSyntax literal, ExpressionSyntax replacement, string title, FixContext context)
    {
        var keyword = local.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        var changed = local.ReplaceNode(literal, replacement).WithModifiers(default);
        return new FixProposal(title, context.Replace(local, changed.WithLeadingTrivia(keyword.LeadingTrivia)));
    }

    // A constant that others see is part of what they were compiled with; only a private one is safe to change.
    private static FixProposal? WithoutConst(FieldDeclarationSyntax field, LiteralExpressionSyntax literal, ExpressionSyntax replacement, string title, FixContext context)
    {
        if (field.Declaration.Variables.Count != 1) return null;
        if (field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword)) return null;
        var keyword = field.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        var changed = field.ReplaceNode(literal, replacement);
        changed = changed.WithModifiers(changed.Modifiers.ReplaceRange(
            changed.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ConstKeyword)),
            [
                SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithLeadingTrivia(keyword.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(keyword.TrailingTrivia),
            ]));
        return new FixProposal(title, context.Replace(field, changed));
    }

    private static string VariableFor(LiteralExpressionSyntax literal, FixContext context)
    {
        var quoted = context.Detection.Message.StartsWith('\'') ? context.Detection.Message[1..context.Detection.Message.IndexOf('\'', 1)] : "";
        var name = string.Concat(quoted.Where(character => char.IsAsciiLetterOrDigit(character) || character == '_')).Trim('_');
        if (name.Length == 0) name = "Secret";
        if (context.Detection.Message.Contains("connection string", StringComparison.OrdinalIgnoreCase) && !name.Contains("Connection", StringComparison.OrdinalIgnoreCase)) name += "Connection";
        // "Password" alone would be shared by everything that has one.
        var owner = literal.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText;
        if (!name.Skip(1).Any(char.IsUpper) && owner is not null) name = owner + char.ToUpperInvariant(name[0]) + name[1..];
        return Shout(name);
    }

    private static string Shout(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))) && name[i - 1] != '_') text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }
}
