using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint.Values;

/// <summary>Where a value comes from: a source, or an input of the body that is being looked at, whose caller knows more.</summary>
internal abstract record TaintOrigin;

/// <summary>Where a value from outside enters a body.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Says">Where it comes from, as in "the request query".</param>
/// <param name="At">The expression or declaration.</param>
/// <param name="Trust">Who controls the value.</param>
/// <param name="Confidence">How sure it is that others control the value.</param>
internal sealed record TaintSource(string Name, string Says, Spot At, TaintTrust Trust, Confidence Confidence) : TaintOrigin;

/// <summary>What was in an input of the body when it was entered.</summary>
/// <param name="Root">A parameter, the receiver or a static member.</param>
/// <param name="Members">The members that lead from it, as in <c>.Address.[]</c>.</param>
internal sealed record TaintInput(InputRoot Root, string Members) : TaintOrigin
{
    private const int DeepestMembers = 3;

    /// <summary>The input of a member; of the whole where the path would be longer than is worth telling apart.</summary>
    public TaintInput Member(string name) =>
        Members.AsSpan().Count('.') >= DeepestMembers ? this : this with { Members = $"{Members}.{name}" };
}
