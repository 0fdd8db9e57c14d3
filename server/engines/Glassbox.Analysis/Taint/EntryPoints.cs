using Glassbox.Analysis.Taint.Evaluation;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint;

/// <summary>The methods that a framework calls with what others sent, and which of their parameters that is.</summary>
internal static class EntryPoints
{
    private static readonly string[] ControllerTypes =
        ["Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Mvc.Controller", "System.Web.Http.ApiController"];

    /// <summary>What a framework puts into a method's parameters.</summary>
    public static IEnumerable<(IParameterSymbol Parameter, TaintValue Value)> Seeds(IMethodSymbol method, Compilation compilation)
    {
        if (IsProgramEntry(method, compilation))
        {
            var arguments = method.Parameters[0];
            yield return (arguments, Seed(arguments, "the command line", TaintTrust.Operator, Confidence.Medium));
            yield break;
        }

        var entry = EntryOf(method);
        foreach (var parameter in method.Parameters)
        {
            var binding = Binding(parameter);
            if (binding is null && entry is null) continue;
            if (binding == "" || !MayComeFromRequest(parameter)) continue;
            yield return (parameter, Seed(parameter, binding ?? entry!.Value.Origin, TaintTrust.Remote, entry?.Confidence ?? Confidence.High));
        }
    }

    /// <summary>What a minimal API puts into a handler's parameters.</summary>
    public static IEnumerable<(IParameterSymbol Parameter, TaintValue Value)> HandlerSeeds(IMethodSymbol handler)
    {
        foreach (var parameter in handler.Parameters)
        {
            var binding = Binding(parameter);
            if (binding == "" || !MayComeFromRequest(parameter)) continue;
            if (binding is null && !IsTextOrPlainData(parameter.Type)) continue; // More likely a service.
            yield return (parameter, Seed(parameter, binding ?? "the request", TaintTrust.Remote, Confidence.High));
        }
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

        foreach (var attribute in property.ContainingType.GetAttributes())
        {
            if (NameOf(attribute) == "BindProperties" && property.SetMethod is { DeclaredAccessibility: Accessibility.Public }) return "the request";
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
            if (at.TypeKind == TypeKind.Error && (at.Name is "Controller" or "ControllerBase" or "ApiController" or "ODataController" or "Page" || at.Name.EndsWith("Controller", StringComparison.Ordinal))) return Confidence.Medium;
            if (at.GetAttributes().Any(attribute => NameOf(attribute) is "ApiController" or "Controller")) return Confidence.High;
        }

        return null;
    }

    private static (string Origin, Confidence Confidence)? EntryOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            switch (NameOf(attribute))
            {
                case "NonAction": return null;
                case "WebMethod" or "ScriptMethod" or "OperationContract" or "WebGet" or "WebInvoke": return ("a web service call", Confidence.High);
                case "JSInvokable": return ("the browser", Confidence.High);
                case "McpServerTool" or "KernelFunction": return ("a model's tool call", Confidence.Medium);
            }
        }

        if (method is not { MethodKind: MethodKind.Ordinary, IsStatic: false } || method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable or Accessibility.Private)) return null;
        var type = method.ContainingType;
        if (ImplementsService(method)) return ("a web service call", Confidence.High);
        if (method.DeclaredAccessibility != Accessibility.Public) return null;
        if (ControllerConfidence(type) is { } confidence) return IsPage(type) ? null : ("the request", confidence);
        if (type.IsOrInherits("Microsoft.AspNetCore.SignalR.Hub")) return ("the SignalR client", Confidence.High);
        if (Inherits(type, "Hub")) return ("the SignalR client", Confidence.Medium);
        if (method.IsOverride && method.Parameters.Any(parameter => parameter.Type.Name == "ServerCallContext")) return ("a gRPC call", Confidence.High);
        if (method.Name is "Consume" or "Handle" or "HandleAsync" && TakesMessages(type)) return ("a message", Confidence.Medium);
        var isRazorPage = type.IsOrInherits("Microsoft.AspNetCore.Mvc.RazorPages.PageModel") || Inherits(type, "PageModel");
        return isRazorPage && method.Name.StartsWith("On", StringComparison.Ordinal) ? ("the request", Confidence.High) : null;
    }

    private static bool IsPage(INamedTypeSymbol type) => Inherits(type, "Page");

    // [ServiceContract] interface with [OperationContract] methods
    private static bool ImplementsService(IMethodSymbol method)
    {
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (!contract.GetAttributes().Any(attribute => NameOf(attribute) == "ServiceContract")) continue;
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)) return true;
            }
        }

        return false;
    }

    private static bool TakesMessages(INamedTypeSymbol type) =>
        type.Interfaces.Any(contract => contract.Name is "IConsumer" or "IHandleMessages" or "IMessageHandler" or "ICapSubscribe" or "IIntegrationEventHandler" or "IRebusHandler");

    private static bool Inherits(INamedTypeSymbol type, string name)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error && at.Name == name) return true;
        }

        return false;
    }

    // Null: no attribute says. Empty: it does not come from the request.
    private static string? Binding(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (NameOf(attribute))
            {
                case "FromQuery" or "FromUri" or "QueryString": return "the request query";
                case "FromRoute" or "RouteData": return "the request route";
                case "FromBody": return "the request body";
                case "FromForm" or "Form": return "the request form";
                case "FromHeader": return "the request headers";
                case "Cookie": return "the request cookies";
                case "AsParameters" or "HttpTrigger" or "Bind": return "the request";
                case "QueueTrigger" or "ServiceBusTrigger" or "EventHubTrigger" or "KafkaTrigger" or "RabbitMQTrigger": return "a message";
                case "FromServices" or "FromKeyedServices" or "Inject" or "Service": return "";
            }
        }

        return null;
    }

    private static bool MayComeFromRequest(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (TypeHarms.Of(type) == Harms.None) return false;
        if (type.TypeKind == TypeKind.Interface)
            return type.Name is "IFormFile" or "IFormFileCollection" or "IFormCollection" or "IEnumerable" or "IList"
                or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "IDictionary" or "IAsyncStreamReader";
        // These are asked for what the request holds; they are not themselves what was sent.
        return type.Name is not ("HttpContext" or "HttpRequest" or "HttpResponse" or "ClaimsPrincipal" or "LinkGenerator" or "ServerCallContext" or "HttpRequestData" or "FunctionContext" or "EventArgs")
            && !type.Name.EndsWith("DbContext", StringComparison.Ordinal);
    }

    private static bool IsTextOrPlainData(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Error || TypeHarms.IsNumber(type)) return true;
        if (type is IArrayTypeSymbol array) return IsTextOrPlainData(array.ElementType);
        if (type.TypeKind == TypeKind.Interface) return true; // Only those that MayComeFromRequest let pass.
        if (type.Name is "StringValues" or "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "Stream" or "List") return true;
        if (type.IsRecord) return true;
        return type.DeclaringSyntaxReferences.Length > 0
            && type.GetMembers().All(member => member is IPropertySymbol { SetMethod: not null } or IFieldSymbol
                or IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 });
    }

    private static bool IsProgramEntry(IMethodSymbol method, Compilation compilation) =>
        method is { IsStatic: true, Parameters.Length: 1, Name: "Main" or "<Main>$" } &&
        method.Parameters[0].Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } &&
        (method.Name != "Main" || compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
            || method.ContainingType.Name == "Program");

    private static TaintValue Seed(IParameterSymbol parameter, string origin, TaintTrust trust, Confidence confidence)
    {
        var source = new TaintSource(parameter.Name, origin, SpotOf(parameter), trust, confidence);
        var harms = Harms.Inward & TypeHarms.Of(parameter.Type);
        return TaintValue.From(source, TypeHarms.IsNumber(parameter.Type) ? harms & ~Harms.Sum : harms);
    }

    private static Spot SpotOf(IParameterSymbol parameter) =>
        parameter.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location 
            ? new Spot(tree.FilePath, location.SourceSpan)
            // The arguments of top-level statements are written nowhere.
            : new Spot(parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath ?? "", default);

    private static string NameOf(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
