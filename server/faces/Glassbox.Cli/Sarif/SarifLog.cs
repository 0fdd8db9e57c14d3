using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Glassbox.Cli.Sarif;

// Spec: SARIF 2.1.0, OASIS standard. The parts that we write, named as there; null is left out.

/// <summary>The whole file (section 3.13).</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema, string Version, ImmutableArray<SarifRun> Runs);

/// <summary>One run of the tool (3.14).</summary>
internal sealed record SarifRun(
    SarifTool Tool,
    ImmutableArray<SarifInvocation> Invocations,
    ImmutableSortedDictionary<string, SarifArtifactLocation> OriginalUriBaseIds,
    string ColumnKind,
    ImmutableArray<string> NewlineSequences,
    ImmutableArray<SarifResult> Results);

/// <summary>The tool (3.18).</summary>
internal sealed record SarifTool(SarifDriver Driver);

/// <summary>The tool's own component (3.19).</summary>
internal sealed record SarifDriver(string Name, string SemanticVersion, string FullName, ImmutableArray<SarifRule> Rules);

/// <summary>A rule (3.49).</summary>
internal sealed record SarifRule(
    string Id,
    string? Name = null,
    SarifText? ShortDescription = null,
    SarifText? FullDescription = null,
    SarifText? Help = null,
    string? HelpUri = null,
    SarifConfiguration? DefaultConfiguration = null,
    SarifRuleProperties? Properties = null);

/// <summary>A text, and the same in Markdown (3.12).</summary>
internal sealed record SarifText(string Text, string? Markdown = null);

/// <summary>A rule's level unless settings say otherwise (3.50).</summary>
internal sealed record SarifConfiguration(string Level);

/// <summary>What code scanning services read beside the standard.</summary>
internal sealed record SarifRuleProperties(
    ImmutableArray<string> Tags,
    string Precision,
    [property: JsonPropertyName("security-severity")] string? SecuritySeverity);

/// <summary>How the run went (3.20).</summary>
internal sealed record SarifInvocation(
    bool ExecutionSuccessful, int ExitCode, ImmutableArray<SarifNotification> ToolExecutionNotifications);

/// <summary>Something that made the run less complete (3.58).</summary>
internal sealed record SarifNotification(string Level, SarifText Message);

/// <summary>A finding (3.27).</summary>
internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    ImmutableArray<SarifLocation> Locations,
    ImmutableArray<SarifCodeFlow>? CodeFlows,
    ImmutableSortedDictionary<string, string> PartialFingerprints,
    SarifResultProperties Properties);

/// <summary>What only we know of a finding.</summary>
internal sealed record SarifResultProperties(string Confidence);

/// <summary>A place (3.28).</summary>
internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, SarifText? Message = null);

/// <summary>A stretch of a file (3.29).</summary>
internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion Region);

/// <summary>A file (3.4).</summary>
internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId = null);

/// <summary>Lines and columns, from 1, the end column exclusive (3.30).</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>How a value got there (3.36).</summary>
internal sealed record SarifCodeFlow(ImmutableArray<SarifThreadFlow> ThreadFlows);

/// <summary>The same, in one thread (3.37).</summary>
internal sealed record SarifThreadFlow(ImmutableArray<SarifThreadFlowLocation> Locations);

/// <summary>One station (3.38).</summary>
internal sealed record SarifThreadFlowLocation(SarifLocation Location, int ExecutionOrder, string Importance);
