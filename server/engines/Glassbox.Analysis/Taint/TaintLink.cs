using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Taint;

/// <summary>One station that a value passed, linked to the one before.</summary>
internal sealed record TaintLink(TaintLink? Previous, TextSpan Span, string Message)
{
    public int Depth { get; } = (Previous?.Depth ?? 0) + 1;
}
