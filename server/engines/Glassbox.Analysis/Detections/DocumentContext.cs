using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Summaries;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>One document while rules look at it, and what they report.</summary>
internal sealed class DocumentContext(CompilationUnitSyntax root, SemanticModel model, ProgramQuestions questions, CancellationToken cancellationToken)
{
    private readonly HashSet<(string RuleId, TextSpan Span)> seen = [];
    private readonly List<Detection> detections = [];

    public CompilationUnitSyntax Root => root;

    public SemanticModel Model => model;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>For rules that other documents have a say in.</summary>
    public ProgramQuestions Questions => questions;

    /// <summary>The namespaces that the document imports.</summary>
    public ImmutableHashSet<string> Usings => TreeFacts.Of(root.SyntaxTree).Usings;

    public IReadOnlyList<Detection> Detections => detections;

    /// <summary>Adds a detection; the same rule speaks once of one span.</summary>
    public void Report(
        string ruleId, Confidence confidence, string message, TextSpan span, ImmutableArray<TraceStation> trace = default)
    {
        if (seen.Add((ruleId, span)))
            detections.Add(new Detection(ruleId, confidence, message, span, trace.IsDefault ? [] : trace));
    }
}
