namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Whose packages a manifest declares.</summary>
internal enum Ecosystem
{
    /// <summary>.NET.</summary>
    NuGet,

    /// <summary>JavaScript.</summary>
    Npm,

    /// <summary>Python.</summary>
    PyPi,

    /// <summary>Java. Names are "group:artifact".</summary>
    Maven,

    /// <summary>Go modules.</summary>
    Go,

    /// <summary>Rust.</summary>
    Cargo,
}
