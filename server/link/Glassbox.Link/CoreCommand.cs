using System.Collections.Immutable;

namespace Glassbox.Link;

/// <summary>How a core process is started.</summary>
/// <param name="Executable">The program.</param>
/// <param name="Arguments">Its arguments, each as it is.</param>
/// <param name="Environment">Variables set for it beside the inherited ones.</param>
public sealed record CoreCommand(
    string Executable, ImmutableArray<string> Arguments, ImmutableDictionary<string, string> Environment);
