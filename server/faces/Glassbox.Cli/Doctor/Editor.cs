namespace Glassbox.Cli.Doctor;

/// <summary>An editor that Glassbox can be used in.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Programs">What it may be called on the PATH.</param>
/// <param name="TellsVersion">It answers <c>--version</c> at once and without a window.</param>
/// <param name="Least">The first version that can use Glassbox as it comes, or null.</param>
internal sealed record Editor(string Name, string[] Programs, bool TellsVersion, Version? Least)
{
    /// <summary>Reads what <c>--version</c> said.</summary>
    public DoctorEntry Judge(string versionLine)
    {
        // NVIM v0.11.2; GNU Emacs 30.1; helix 25.01.1 (…)
        var version = versionLine.Split(' ', '-')
            .Select(word => Version.TryParse(word.TrimStart('v'), out var parsed) ? parsed : null)
            .FirstOrDefault(parsed => parsed is not null);
        return Least is not null && version is not null && version < Least
            ? new DoctorEntry(Name, DoctorStatus.Warning, versionLine, $"Version {Least} or later is needed for the configuration that comes with Glassbox.")
            : new DoctorEntry(Name, DoctorStatus.Good, versionLine);
    }
}
