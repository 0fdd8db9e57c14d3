namespace VerifyTests;

/// <summary>What was made is not what was verified; the message shows the first difference and names both files.</summary>
public sealed class VerifyException(string message) : Exception(message);
