namespace Glassbox.Completion.CSharp;

/// <summary>How near a candidate is to the place by what it is and where it is declared.</summary>
internal static class Proximity
{
    public const int ExpectedType = 16;

    public const int Initializer = 100;
    public const int ExpectedMember = 90;
    public const int Local = 60;
    public const int TypeParameter = 50;
    public const int NamedArgument = 46;
    public const int OwnMember = 44;
    public const int InheritedMember = 34;
    public const int SourceType = 28;
    public const int Keyword = 26;
    public const int Extension = 18;
    public const int LibraryType = 12;
    public const int Namespace = 8;
    public const int ObjectMember = 2;
    public const int NotImported = -30;
}
