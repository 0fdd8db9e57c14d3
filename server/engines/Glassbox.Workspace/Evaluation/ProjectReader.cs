using System.Collections.Immutable;
using System.Xml.Linq;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.Evaluation;

/// <summary>
/// Reads a project file as data: properties first, then items, as MSBuild does, without running a target, a task or a
/// function that could do more than compute a text. Imports are followed only below <paramref name="boundary"/>.
/// </summary>
/// <param name="xml">The files' XML.</param>
/// <param name="boundary">The folder that nothing is imported from outside of.</param>
/// <param name="solution">The solution that the project is loaded for, or null.</param>
/// <param name="sdkVersion">Of the installed SDK, such as <c>10.0</c>.</param>
internal sealed class ProjectReader(ProjectXml xml, string boundary, string? solution, Version sdkVersion)
{
    /// <summary>Reads a project for the framework that is best to work with.</summary>
    public ProjectEvaluation? Read(string path, out ProjectFault? fault)
    {
        var outer = Run(path, targetFramework: null, out fault);
        if (outer is null || outer.Frameworks.Length == 0 || outer.Properties.Text("TargetFramework").Length > 0) return outer;
        var preferred = TargetFramework.Preferred(outer.Frameworks);
        return Run(path, preferred, out fault) is { } inner ? inner with { Frameworks = outer.Frameworks } : null;
    }

    private ProjectEvaluation? Run(string path, string? targetFramework, out ProjectFault? fault)
    {
        var root = xml.Load(path, out fault);
        return root is null ? null : new ProjectPass(xml, boundary, path, root, solution, sdkVersion).Run(targetFramework, out fault);
    }
}
