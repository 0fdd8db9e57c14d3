using Glassbox.Analysis.Rules;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1003: takes only the last part of a name where it enters a path.</summary>
internal sealed class FileNameFix : IFix
{
    public string Id => "file-name";

    public string RuleId => RuleIds.PathTraversal;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        // Backwards along the way: the nearest Path.Combine, interpolation or concatenation is where the name enters.
        foreach (var station in context.Detection.Trace.Reverse())
        {
            if (station.Kind == TraceStepKind.Source) continue;
            var node = context.Root.FindNode(station.Span, getInnermostNodeForTie: true);
            if (PartFrom(node, context, cancellationToken) is not { } part) continue;
            var cleaned = FixContext.Expression($"{context.NameOf("System.IO.Path")}.GetFileName({part.WithoutTrivia()})");
            return Task.FromResult<FixProposal?>(new FixProposal(
                $"Use only the file name of '{Short(part)}'", context.Replace(part, cleaned.WithTriviaFrom(part))));
        }

        return Task.FromResult<FixProposal?>(null);
    }

    // The expression that carries the value into the path, and nothing that the program wrote itself.
    private static ExpressionSyntax? PartFrom(SyntaxNode node, FixContext context, CancellationToken cancellationToken)
    {
        var whole = node as ExpressionSyntax ?? (node as ArgumentSyntax)?.Expression ?? (node as EqualsValueClauseSyntax)?.Value;
        if (whole is null) return null;
        var parts = Bare(whole) switch
        {
            InvocationExpressionSyntax call when Syntax.LastName(call.Expression) is "Combine" or "Join" && call.ArgumentList.Arguments.Count > 1 => call.ArgumentList.Arguments.Skip(1).Select(argument => argument.Expression),
            BinaryExpressionSyntax sum => Operands(sum).Skip(1),
            InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
            _ => [],
        };
        var names = Carriers(context);
        return parts.FirstOrDefault(part => !part.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.StringLiteralExpression)
            && part is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetFileName" } }
            && part.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText))
            && context.Model.GetTypeInfo(part, cancellationToken).Type is { SpecialType: SpecialType.System_String } or { Name: "StringValues" } or { TypeKind: TypeKind.Error });
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        Syntax.Bare(expression) is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }] } call && Syntax.LastName(call.Expression) == "GetFullPath" ? Bare(inner) : Syntax.Bare(expression);

    private static IEnumerable<ExpressionSyntax> Operands(BinaryExpressionSyntax sum) =>
        sum.Left is BinaryExpressionSyntax left ? Operands(left).Append(sum.Right) : [sum.Left, sum.Right];

    // The names that the value went under on its way.
    private static HashSet<string> Carriers(FixContext context)
    {
        var names = new HashSet<string>();
        foreach (var station in context.Detection.Trace)
        {
            var node = context.Root.FindNode(station.Span, getInnermostNodeForTie: true);
            if (station.Kind == TraceStepKind.Source)
            {
                foreach (var token in node.DescendantTokens().Where(token => token.Parent is ParameterSyntax or IdentifierNameSyntax)) names.Add(token.ValueText);
            }
            else if (node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } variable)
            {
                names.Add(variable.Identifier.ValueText);
            }
            else if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && Syntax.LastName(assignment.Left) is { } target)
            {
                names.Add(target);
            }
        }

        return names;
    }

    private static string Short(ExpressionSyntax part) => part.ToString() is { Length: <= 30 } text ? text : part.GetLastToken().ValueText;
}
