using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Taint;

/// <summary>Where a value from outside enters a body.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Origin">Where it comes from, as in "the request query".</param>
/// <param name="Span">The expression or declaration.</param>
/// <param name="Confidence">How sure it is that others control the value.</param>
internal sealed record TaintSource(string Name, string Origin, TextSpan Span, Confidence Confidence);
