namespace Glassbox.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Advice">What to do, or null.</param>
internal sealed record DoctorEntry(string Name, DoctorStatus Status, string Detail, string? Advice = null);
