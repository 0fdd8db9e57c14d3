namespace Glassbox.Completion.CSharp;

/// <summary>How near a candidate is to the place, before usage is counted; one doubling of use weighs <see cref="PerDoubling"/>.</summary>
internal static class Proximity
{
    public const double PerDoubling = 8;

    // Keywords are counted like names, and would win by numbers alone.
    public const double PerDoublingOfKeyword = 3;
    public const double Recent = 24;
    public const int ExpectedType = 16;
    public const double ExactCase = 6;

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
