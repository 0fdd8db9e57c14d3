namespace Glassbox.Bench.Measuring;

/// <summary>A build that is measured.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Program">Its executable.</param>
internal sealed record Subject(string Name, string Program);
