using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>Controllers, their actions and the attributes on them.</summary>
internal static class Controllers
{
    private static readonly string[] All = ["Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Mvc.ControllerBase", "System.Web.Http.ApiController"];

    private static readonly string[] WithViews = ["Microsoft.AspNetCore.Mvc.Controller", "System.Web.Mvc.Controller"];

    /// <summary>How sure it is that a type is a controller of any kind; null where it is none.</summary>
    public static Confidence? ConfidenceOf(INamedTypeSymbol type)
    {
        if (All.Any(name => type.IsOrInherits(name))) return Confidence.High;
        return UnknownBaseOf(type) is { } name && name.EndsWith("Controller", StringComparison.Ordinal) || UnknownBaseOf(type) is "ControllerBase" ? Confidence.Medium : null;
    }

    /// <summary>True for controllers that answer with pages, to browsers that have a cookie.</summary>
    public static bool HasViews(INamedTypeSymbol type) =>
        WithViews.Any(name => type.IsOrInherits(name)) || UnknownBaseOf(type) is { } unknown && !unknown.Contains("Api", StringComparison.Ordinal) && unknown.EndsWith("Controller", StringComparison.Ordinal);

    /// <summary>True for controllers that say they are called by programs.</summary>
    public static bool IsApi(INamedTypeSymbol type) =>
        type.IsOrInherits("System.Web.Http.ApiController") || UnknownBaseOf(type) is "ApiController" || IsOnType(type, name => name is "ApiController");

    /// <summary>The action that a method is, or null.</summary>
    public static IMethodSymbol? ActionOf(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(method, cancellationToken) is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } action && !IsOn(action, name => name is "NonAction") ? action : null;

    /// <summary>True when an attribute whose name satisfies the condition is on a method, a type or a parameter.</summary>
    public static bool IsOn(ISymbol symbol, Func<string, bool> isMeant)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            // An attribute derived from another one is that other one too.
            for (var type = attribute.AttributeClass; type is not null && type.Name is not ("Attribute" or "Object"); type = type.BaseType)
            {
                if (isMeant(WithoutSuffix(type.Name))) return true;
            }
        }

        return false;
    }

    /// <summary>True when such an attribute is on a type or on one of its bases.</summary>
    public static bool IsOnType(INamedTypeSymbol? type, Func<string, bool> isMeant)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (IsOn(at, isMeant)) return true;
        }

        return false;
    }

    public static bool IsAuthorize(string attribute) =>
        attribute.Contains("Authoriz", StringComparison.OrdinalIgnoreCase) || attribute.Contains("Permission", StringComparison.OrdinalIgnoreCase)
        || attribute.Contains("RequireRole", StringComparison.OrdinalIgnoreCase) || attribute.Contains("RequiredScope", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the attributes that let an action be called to change something.</summary>
    public static bool ChangesState(MethodDeclarationSyntax method) => AttributesOn(method).Any(attribute => NameOf(attribute) switch
    {
        "HttpPost" or "HttpPut" or "HttpDelete" or "HttpPatch" => true,
        "AcceptVerbs" => attribute.ArgumentList?.Arguments.Any(argument => argument.Expression.ToString().Contains("post", StringComparison.OrdinalIgnoreCase)) == true,
        _ => false,
    });

    public static IEnumerable<AttributeSyntax> AttributesOn(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(list => list.Attributes);

    /// <summary>The name of an attribute as it is written, without <c>Attribute</c>.</summary>
    public static string NameOf(AttributeSyntax attribute) => WithoutSuffix(Syntax.LastName(attribute.Name) ?? "");

    /// <summary>What a named argument of an attribute is given, as it is written.</summary>
    public static string? NamedArgument(AttributeSyntax attribute, string name)
    {
        foreach (var argument in attribute.ArgumentList?.Arguments ?? [])
        {
            if ((argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name) return argument.Expression.ToString();
        }

        return null;
    }

    private static string WithoutSuffix(string name) =>
        name.Length > "Attribute".Length && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    // The base at which the chain leaves what is known.
    private static string? UnknownBaseOf(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error) return at.Name;
        }

        return null;
    }
}
