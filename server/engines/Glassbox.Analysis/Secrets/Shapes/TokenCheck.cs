namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>Looks at the secret part of a token, without the prefix that names its kind.</summary>
internal delegate TokenVerdict TokenCheck(ReadOnlySpan<char> secret);
