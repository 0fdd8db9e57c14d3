using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Fixes;

/// <summary>A change that compiles, removes its finding, and brings no other.</summary>
/// <param name="Title">What the menu shows.</param>
/// <param name="Changes">Against the text that it was verified on.</param>
internal sealed record VerifiedFix(string Title, ImmutableArray<TextChange> Changes);
