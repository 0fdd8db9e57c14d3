using Glassbox.Analysis.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>A call of a method whose body is there to look at.</summary>
/// <param name="Receiver">What it is called on.</param>
/// <param name="ReceiverPlace">Where that is kept, if it is.</param>
/// <param name="Values">What each parameter gets, by ordinal.</param>
/// <param name="Places">Where those are kept, if they are.</param>
/// <param name="Syntax">The call.</param>
internal sealed record CallSite(TaintValue Receiver, Place? ReceiverPlace, TaintValue[] Values, Place?[] Places, SyntaxNode Syntax);
