using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB3003: throws with a message that says what is missing, before the variable is used.</summary>
internal sealed class NullGuardFix : IFix
{
    public string Id => "null-guard";

    public string RuleId => RuleIds.NullDereference;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node is not IdentifierNameSyntax variable || variable.Span != context.Detection.Span) return Task.FromResult<FixProposal?>(null);
        if (variable.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement.Parent is not (BlockSyntax or GlobalStatementSyntax)) return Task.FromResult<FixProposal?>(null);
        // Within a lambda's expression the variable is used later than the statement around it.
        if (variable.Ancestors().TakeWhile(ancestor => ancestor != statement).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax)) return Task.FromResult<FixProposal?>(null);
        var name = variable.Identifier.Text;
        var changed = context.InsertBefore(
            statement, [$"if ({name} is null) throw new {context.NameOf("System.InvalidOperationException")}(\"There is no {name.TrimStart('@')}.\");"]);
        return Task.FromResult<FixProposal?>(new FixProposal($"Throw when '{name}' is null", changed));
    }
}
