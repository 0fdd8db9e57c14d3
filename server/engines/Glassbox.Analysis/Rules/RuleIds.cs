namespace Glassbox.Analysis.Rules;

/// <summary>The ids of rules about flows and of the first of each family. An id is never given to another rule.</summary>
internal static class RuleIds
{
    public const string SqlInjection = "GB1001";
    public const string CommandInjection = "GB1002";
    public const string PathTraversal = "GB1003";
    public const string OpenRedirect = "GB1004";
    public const string XmlEntities = "GB1005";
    public const string Deserialization = "GB1006";
    public const string LdapInjection = "GB1007";
    public const string XPathInjection = "GB1008";
    public const string CrossSiteScripting = "GB1009";
    public const string CodeInjection = "GB1010";
    public const string LogForging = "GB1011";
    public const string HeaderInjection = "GB1012";
    public const string ServerSideRequestForgery = "GB1013";
    public const string XmlInjection = "GB1014";
    public const string UnsafeReflection = "GB1015";
    public const string RegexInjection = "GB1016";
    public const string FormatString = "GB1017";
    public const string UncontrolledSize = "GB1018";
    public const string XsltInjection = "GB1019";
    public const string UntrustedLibrary = "GB1020";
    public const string ExternalConfiguration = "GB1021";
    public const string TrustBoundary = "GB1022";
    public const string MailInjection = "GB1023";
    public const string NoSqlInjection = "GB1024";
    public const string ExpressionInjection = "GB1025";
    public const string UntrustedDeserialization = "GB1026";
    public const string UncontrolledHost = "GB1027";
    public const string UnrestrictedUpload = "GB1028";
    public const string UncheckedIndex = "GB1029";
    public const string IntegerOverflow = "GB1030";
    public const string DivisionByInput = "GB1031";
    public const string UncontrolledIterations = "GB1032";
    public const string Credential = "GB2001";
    public const string WeakHash = "GB2002";
    public const string WeakCipher = "GB2003";
    public const string SecretInLog = "GB2101";
    public const string ErrorDetailsExposed = "GB2102";
    public const string SecretInClearText = "GB2103";
    public const string NotDisposed = "GB3001";
    public const string LoopBound = "GB3002";
    public const string NullDereference = "GB3003";
    public const string NotAwaited = "GB3004";
}
