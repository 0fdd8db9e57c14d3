using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Glassbox.Workspace.Sessions;

/// <summary>Roslyn's services, composed once a process from the two assemblies that C# needs.</summary>
internal static class RoslynHost
{
    private static readonly Lazy<MefHostServices> Services = new(static () => MefHostServices.Create(
        [typeof(Microsoft.CodeAnalysis.Workspace).Assembly, System.Reflection.Assembly.Load("Microsoft.CodeAnalysis.CSharp.Workspaces")]));

    private static readonly Lazy<AdhocWorkspace> Root = new(CreateWorkspace);

    /// <summary>A solution without projects, to put one together that belongs to no session.</summary>
    public static Solution Empty => Root.Value.CurrentSolution;

    /// <summary>A workspace that serves as the root of solutions; nothing is ever applied to it.</summary>
    public static AdhocWorkspace CreateWorkspace() => new(Services.Value);

    /// <summary>The parser's options for files that no project describes.</summary>
    public static CSharpParseOptions LooseParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Regular, ["DEBUG", "TRACE"]);
}
