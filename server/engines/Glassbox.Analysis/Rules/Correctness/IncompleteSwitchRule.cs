using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3310: a switch over an enumeration that forgets members and says nothing of the rest.</summary>
internal sealed class IncompleteSwitchRule : INodeRule
{
    // Members that stand for no case of their own.
    private static readonly HashSet<string> Fillers = ["None", "Unknown", "Undefined", "Unspecified", "Default", "Invalid", "Count", "Max", "All"];

    public bool IsCandidate(SyntaxNode node) =>
        node is SwitchStatementSyntax { Sections.Count: >= 2 } choice
        && choice.Sections.All(section => section.Labels.All(label => label is CaseSwitchLabelSyntax));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var choice = (SwitchStatementSyntax)node;
        if (context.TypeOf(choice.Expression) is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type) return;
        // The members of somebody else's enumeration are many and grow.
        if (!type.Locations.Any(location => location.IsInSource) || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "FlagsAttribute")) return;
        // Where every section returns, what stands after the switch is the default.
        if (choice.Sections.All(section => section.Statements.Any(Endings.Leaves) && section.Statements.Last() is not BreakStatementSyntax)) return;
        var handled = new HashSet<object>();
        foreach (var label in choice.Sections.SelectMany(section => section.Labels).OfType<CaseSwitchLabelSyntax>())
        {
            if (context.ConstantAt(label.Value) is not { HasValue: true, Value: { } value }) return;
            handled.Add(value);
        }

        var missing = type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member is { HasConstantValue: true, ConstantValue: { } value } && !handled.Contains(value) && !Fillers.Contains(member.Name))
            .Select(member => member.Name).ToList();
        // One who handles two of ten means those two.
        if (missing.Count is 0 or > 3 || missing.Count >= handled.Count) return;
        context.Report(
            CorrectnessIds.IncompleteSwitch, Confidence.Medium, $"The switch over {type.Name} says nothing of {string.Join(", ", missing)}, and has no default", choice.SwitchKeyword.Span);
    }
}
