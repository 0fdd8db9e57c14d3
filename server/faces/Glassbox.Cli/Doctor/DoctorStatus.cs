namespace Glassbox.Cli.Doctor;

/// <summary>How a thing stands.</summary>
internal enum DoctorStatus
{
    /// <summary>It is there and works.</summary>
    Good,

    /// <summary>It is not there, and need not be.</summary>
    Absent,

    /// <summary>Something works less well without it.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}
