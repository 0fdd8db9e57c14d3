using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Symbols;

/// <summary>What objects are created, and what is set on them.</summary>
internal static class Creations
{
    /// <summary>The type that a creation names, also where <c>new()</c> leaves it to the declaration; null where it is not written nearby.</summary>
    public static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type,
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } } => declaration.Type,
        { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
        { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } } => method.ReturnType,
        { Parent: ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
        _ => null,
    };

    /// <summary>The arguments of a call or a creation; none where it is written without a list.</summary>
    public static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
        _ => default,
    };

    /// <summary>The argument for a parameter, by its name or, where the call does not bind, by position; null where it is left out.</summary>
    public static ExpressionSyntax? ArgumentFor(this DocumentContext context, SyntaxNode call, string parameter, int position = -1)
    {
        var arguments = ArgumentsOf(call);
        foreach (var argument in arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == parameter) return argument.Expression;
        }

        if (context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method)
        {
            position = -1;
            foreach (var known in method.Parameters)
            {
                if (known.Name == parameter) position = known.Ordinal;
            }
        }

        return position >= 0 && position < arguments.Count && arguments[position].NameColon is null ? arguments[position].Expression : null;
    }

    /// <summary>What is set on a new object: in its initializer, and on its variable in the same function.</summary>
    public static IEnumerable<AssignmentExpressionSyntax> SettingsOf(BaseObjectCreationExpressionSyntax creation)
    {
        var inside = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];
        return Syntax.VariableOf(creation) is { } variable ? inside.Concat(SettingsOn(variable, creation)) : inside;
    }

    /// <summary>What the same function sets on the object of a setting, the setting itself among it.</summary>
    public static IEnumerable<AssignmentExpressionSyntax> SettingsBeside(AssignmentExpressionSyntax setting)
    {
        if (setting.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation }) return SettingsOf(creation);
        if (setting.Parent is InitializerExpressionSyntax initializer) return initializer.Expressions.OfType<AssignmentExpressionSyntax>();
        if (setting.Left is not MemberAccessExpressionSyntax access) return [setting];
        var variable = access.Expression.ToString();
        var created = Syntax.FunctionOf(setting).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(other => other.Initializer is not null && Syntax.VariableOf(other) == variable)
            .SelectMany(other => other.Initializer!.Expressions.OfType<AssignmentExpressionSyntax>());
        return created.Concat(SettingsOn(variable, setting));
    }

    /// <summary>How sure it is that an assignment sets a property of one of these types, on a variable or in an initializer; null where it sets something else.</summary>
    public static Confidence? ConfidenceOfSetting(this DocumentContext context, AssignmentExpressionSyntax setting, params ReadOnlySpan<string> fullNames)
    {
        if (Syntax.LastName(setting.Left) is not { } name) return null;
        if (context.ConfidenceOfMember(setting.Left, name, fullNames) is { } confidence) return confidence;
        // A property that a base of the type declares.
        if (setting.Left is MemberAccessExpressionSyntax access) return context.ConfidenceOfValue(access.Expression, fullNames);
        if (setting.Parent is not InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } || TypeOf(creation) is not { } type) return null;
        return context.ConfidenceOfType(type, fullNames);
    }

    private static IEnumerable<AssignmentExpressionSyntax> SettingsOn(string variable, SyntaxNode near) =>
        Syntax.FunctionOf(near).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(other => other.Left is MemberAccessExpressionSyntax access && access.Expression.ToString() == variable);
}
