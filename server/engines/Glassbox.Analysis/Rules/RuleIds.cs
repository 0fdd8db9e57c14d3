namespace Glassbox.Analysis.Rules;

/// <summary>The rules' ids. An id is never given to another rule.</summary>
internal static class RuleIds
{
    public const string SqlInjection = "GB1001";
    public const string CommandInjection = "GB1002";
    public const string PathTraversal = "GB1003";
    public const string OpenRedirect = "GB1004";
    public const string XmlEntities = "GB1005";
    public const string Deserialization = "GB1006";
    public const string Credential = "GB2001";
    public const string WeakHash = "GB2002";
    public const string WeakCipher = "GB2003";
    public const string NotDisposed = "GB3001";
    public const string LoopBound = "GB3002";
    public const string NullDereference = "GB3003";
    public const string NotAwaited = "GB3004";
}
