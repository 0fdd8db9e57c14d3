namespace Glassbox.Workspace.Projects;

/// <summary>The families of target frameworks.</summary>
internal enum FrameworkFamily
{
    /// <summary><c>net5.0</c> and later, <c>netcoreapp…</c>.</summary>
    Core,

    /// <summary><c>netstandard…</c>.</summary>
    Standard,

    /// <summary><c>net48</c> and the like.</summary>
    Framework,

    /// <summary>Anything else.</summary>
    Other,
}
