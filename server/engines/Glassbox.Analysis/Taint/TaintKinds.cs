namespace Glassbox.Analysis.Taint;

/// <summary>What a value from outside may still do harm to.</summary>
[Flags]
internal enum TaintKinds
{
    None = 0,
    Sql = 1,
    Command = 2,
    Path = 4,
    Redirect = 8,

    /// <summary>A path that may still hold <c>..</c>: comparing its beginning proves nothing yet.</summary>
    Dots = 16,

    /// <summary>The name of a type, or the type it names, that a deserializer creates.</summary>
    Types = 32,

    All = Sql | Command | Path | Redirect | Dots | Types,
}
