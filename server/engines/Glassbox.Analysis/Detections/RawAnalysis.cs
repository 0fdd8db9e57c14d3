using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>What the rules say of one text, whatever the settings; suppressed detections are left out.</summary>
/// <param name="Tree">The tree that was read.</param>
/// <param name="Text">Its text.</param>
/// <param name="Detections">In order of their spans.</param>
/// <param name="Fingerprints">One for each detection.</param>
internal sealed record RawAnalysis(
    SyntaxTree? Tree, SourceText Text, ImmutableArray<Detection> Detections, ImmutableArray<string> Fingerprints);
