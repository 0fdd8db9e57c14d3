using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB1006: formats that let the data choose which types are created.</summary>
internal sealed class DeserializationRule : INodeRule
{
    private static readonly HashSet<string> UnsafeTypes =
        ["BinaryFormatter", "SoapFormatter", "NetDataContractSerializer", "LosFormatter", "ObjectStateFormatter"];

    private static readonly HashSet<string> Reads = ["Deserialize", "UnsafeDeserialize", "DeserializeMethodResponse", "ReadObject"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Reads.Contains(access.Name.Identifier.ValueText),
        AssignmentExpressionSyntax assignment => Syntax.LastName(assignment.Left) == "TypeNameHandling",
        AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: "TypeNameHandling" or "ItemTypeNameHandling" } => true,
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) == "JavaScriptSerializer" && creation.ArgumentList?.Arguments.Count > 0,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                InspectRead(call, access, context);
                break;
            case AssignmentExpressionSyntax assignment:
                InspectTypeNames(assignment, context);
                break;
            case AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } argument when Syntax.LastName(attribute.Name) is "JsonProperty" or "JsonObject" or "JsonArray" or "JsonPropertyAttribute":
                if (ChosenHandling(argument.Expression, context) is { } chosen)
                    context.Report(RuleIds.Deserialization, Confidence.Medium, $"TypeNameHandling.{chosen} lets JSON choose the types that are created", argument.Span);
                break;
            case ObjectCreationExpressionSyntax creation:
                if (creation.ArgumentList?.Arguments[0].Expression is ObjectCreationExpressionSyntax { Type: var resolver } && Syntax.LastName(resolver) == "SimpleTypeResolver")
                    context.Report(RuleIds.Deserialization, Confidence.Medium, "JavaScriptSerializer with a SimpleTypeResolver lets the data choose the types", creation.Span);
                break;
        }
    }

    private static void InspectRead(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, DocumentContext context)
    {
        var type = context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        var name = type?.Name is { Length: > 0 } bound ? bound : WrittenType(access.Expression);
        if (name is null || !UnsafeTypes.Contains(name)) return;
        var isKnown = type is { TypeKind: not TypeKind.Error };
        if (isKnown && !type!.ContainingNamespace.IsInOrBelow("System")) return;
        var given = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        var what = given is IdentifierNameSyntax or MemberAccessExpressionSyntax ? $"'{given}'" : "the data";
        context.Report(
            RuleIds.Deserialization, isKnown ? Confidence.High : Confidence.Medium,
            $"{name}.{access.Name.Identifier.ValueText} lets {what} choose the types that are created", call.Span);
    }

    private static void InspectTypeNames(AssignmentExpressionSyntax assignment, DocumentContext context)
    {
        if (ChosenHandling(assignment.Right, context) is not { } value) return;
        // A binder restricts the types; whether well enough, only a person can say.
        if (XmlEntityRule.Neighbours(assignment).Any(other => Syntax.LastName(other.Left) is "SerializationBinder" or "Binder")) return;
        var symbol = context.Model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol;
        if (symbol is not null && symbol.ContainingNamespace?.IsInOrBelow("Newtonsoft.Json") != true) return;
        context.Report(
            RuleIds.Deserialization, symbol is null ? Confidence.Medium : Confidence.High,
            $"TypeNameHandling.{value} lets JSON choose the types that are created", assignment.Span);
    }

    // By name, or as the number that stands for it; 0 is None.
    private static string? ChosenHandling(ExpressionSyntax expression, DocumentContext context)
    {
        var name = Syntax.LastName(expression);
        if (name is "All" or "Auto" or "Objects" or "Arrays") return name;
        return Syntax.Bare(expression) is LiteralExpressionSyntax { Token.Value: int and not 0 } || context.Model.GetConstantValue(Syntax.Bare(expression), context.CancellationToken) is { HasValue: true, Value: int and not 0 }
            ? "All"
            : null;
    }

    private static string? WrittenType(ExpressionSyntax expression) => Syntax.Bare(expression) is ObjectCreationExpressionSyntax creation ? Syntax.LastName(creation.Type) : null;
}
