using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint;

/// <summary>The methods that a framework calls with what others sent, and which of their parameters that is.</summary>
internal static class EntryPoints
{
    private static readonly string[] ControllerTypes =
        ["Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Mvc.Controller", "System.Web.Http.ApiController"];

    /// <summary>What holds when a method is entered.</summary>
    public static TaintState Enter(IMethodSymbol method, SemanticModel model)
    {
        if (IsProgramEntry(method, model)) return SeedProgramArguments(method);
        var confidence = HandlerConfidence(method);
        var state = TaintState.Empty;
        foreach (var parameter in method.Parameters)
        {
            var binding = Binding(parameter);
            if (binding is null && confidence is null) continue;
            if (binding == "" || !MayComeFromRequest(parameter)) continue;
            var origin = binding ?? (method.ContainingType.IsOrInherits("Microsoft.AspNetCore.SignalR.Hub") ? "the SignalR client" : "the request");
            state = Seed(state, parameter, origin, confidence ?? Confidence.High);
        }

        return state;
    }

    /// <summary>What holds when a minimal API handler is entered.</summary>
    public static TaintState EnterHandler(IMethodSymbol handler, TaintState captured)
    {
        foreach (var parameter in handler.Parameters)
        {
            var binding = Binding(parameter);
            if (binding == "" || !MayComeFromRequest(parameter)) continue;
            if (binding is null && !IsTextOrPlainData(parameter.Type)) continue; // More likely a service.
            captured = Seed(captured, parameter, binding ?? "the request", Confidence.High);
        }

        return captured;
    }

    /// <summary>True for the methods that register a minimal API handler.</summary>
    public static bool IsRouteRegistration(IMethodSymbol method) =>
        IsRouteRegistration(method.Name) && method.ContainingNamespace.IsInOrBelow("Microsoft.AspNetCore");

    public static bool IsRouteRegistration(string name) =>
        name is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods" or "MapFallback";

    /// <summary>A property that model binding fills, or null.</summary>
    public static string? BoundProperty(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            switch (NameOf(attribute))
            {
                case "BindProperty": return "the request";
                case "FromQuery" or "SupplyParameterFromQuery": return "the request query";
                case "FromRoute": return "the request route";
                case "FromForm" or "SupplyParameterFromForm": return "the request form";
                case "FromHeader": return "the request headers";
            }
        }

        return null;
    }

    /// <summary>True where a type looks like a controller, bound or not.</summary>
    public static bool IsController(INamedTypeSymbol? type) => ControllerConfidence(type) is not null;

    private static Confidence? ControllerConfidence(INamedTypeSymbol? type)
    {
        if (type is null) return null;
        if (ControllerTypes.Any(name => type.IsOrInherits(name))) return Confidence.High;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error && at.Name is "Controller" or "ControllerBase" or "ApiController") return Confidence.Medium;
            if (at.GetAttributes().Any(attribute => NameOf(attribute) == "ApiController")) return Confidence.High;
        }

        return null;
    }

    private static Confidence? HandlerConfidence(IMethodSymbol method)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false }) return null;
        var type = method.ContainingType;
        if (method.GetAttributes().Any(attribute => NameOf(attribute) == "NonAction")) return null;
        if (ControllerConfidence(type) is { } confidence) return confidence;
        if (type.IsOrInherits("Microsoft.AspNetCore.SignalR.Hub")) return Confidence.High;
        var isPage = type.IsOrInherits("Microsoft.AspNetCore.Mvc.RazorPages.PageModel") || type.BaseType is { TypeKind: TypeKind.Error, Name: "PageModel" };
        return isPage && method.Name.StartsWith("On", StringComparison.Ordinal) ? Confidence.High : null;
    }

    // Null: no attribute says. Empty: it does not come from the request.
    private static string? Binding(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (NameOf(attribute))
            {
                case "FromQuery": return "the request query";
                case "FromRoute": return "the request route";
                case "FromBody": return "the request body";
                case "FromForm": return "the request form";
                case "FromHeader": return "the request headers";
                case "AsParameters": return "the request";
                case "FromServices" or "FromKeyedServices": return "";
            }
        }

        return null;
    }

    private static bool MayComeFromRequest(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (type.IsHarmless()) return false;
        if (type.TypeKind == TypeKind.Interface)
            return type.Name is "IFormFile" or "IFormFileCollection" or "IFormCollection" or "IEnumerable" or "IList"
                or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "IDictionary";
        // These are asked for what the request holds; they are not themselves what was sent.
        return type.Name is not ("HttpContext" or "HttpRequest" or "HttpResponse" or "ClaimsPrincipal" or "LinkGenerator");
    }

    private static bool IsTextOrPlainData(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Error) return true;
        if (type is IArrayTypeSymbol array) return IsTextOrPlainData(array.ElementType);
        if (type.TypeKind == TypeKind.Interface) return true; // Only those that MayComeFromRequest let pass.
        if (type.Name is "StringValues" or "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "Stream" or "List") return true;
        if (type.IsRecord) return true;
        return type.DeclaringSyntaxReferences.Length > 0
            && type.GetMembers().All(member => member is IPropertySymbol { SetMethod: not null } or IFieldSymbol
                or IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 });
    }

    private static bool IsProgramEntry(IMethodSymbol method, SemanticModel model) =>
        method is { IsStatic: true, Parameters.Length: 1, Name: "Main" or "<Main>$" } &&
        method.Parameters[0].Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } &&
        (method.Name != "Main" || model.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
            || method.ContainingType.Name == "Program");

    private static TaintState SeedProgramArguments(IMethodSymbol method)
    {
        var parameter = method.Parameters[0];
        // Opening the file that the user names is what command-line tools are for: no path, no redirect.
        var source = new TaintSource(parameter.Name, "the command line", SpanOf(parameter), Confidence.Medium);
        return TaintState.Empty.Write(new Place(parameter), TaintValue.From(source, TaintKinds.Sql | TaintKinds.Command));
    }

    private static TaintState Seed(TaintState state, IParameterSymbol parameter, string origin, Confidence confidence)
    {
        var source = new TaintSource(parameter.Name, origin, SpanOf(parameter), confidence);
        return state.Write(new Place(parameter), TaintValue.From(source, TaintKinds.All));
    }

    private static Microsoft.CodeAnalysis.Text.TextSpan SpanOf(IParameterSymbol parameter) =>
        parameter.Locations.FirstOrDefault(location => location.IsInSource)?.SourceSpan ?? default;

    private static string NameOf(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
