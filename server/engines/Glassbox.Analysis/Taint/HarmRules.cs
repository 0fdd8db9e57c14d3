using Glassbox.Analysis.Rules;
using Glassbox.Analysis.Taint.Values;

namespace Glassbox.Analysis.Taint;

/// <summary>The rule that speaks of each harm, and how its message ends.</summary>
internal static class HarmRules
{
    public static (string RuleId, string Consequence) Of(Harms harm) => (harm & ~Harms.Marks) switch
    {
        Harms.Sql => (RuleIds.SqlInjection, " without parameters"),
        Harms.Command => (RuleIds.CommandInjection, " and can change what is run"),
        Harms.Types => (RuleIds.Deserialization, " and chooses the type that is created"),
        Harms.Path => (RuleIds.PathTraversal, " and can leave the intended folder"),
        Harms.Redirect => (RuleIds.OpenRedirect, " and can send the user to another site"),
        Harms.Ldap => (RuleIds.LdapInjection, " and can change what is searched for"),
        Harms.XPath => (RuleIds.XPathInjection, " and can change what is selected"),
        Harms.Html => (RuleIds.CrossSiteScripting, " without encoding"),
        Harms.Code => (RuleIds.CodeInjection, " and is run as code"),
        Harms.Log => (RuleIds.LogForging, " and can forge entries"),
        Harms.Header => (RuleIds.HeaderInjection, " and can add headers"),
        Harms.Request => (RuleIds.ServerSideRequestForgery, " and chooses where the server sends a request"),
        Harms.Xml => (RuleIds.XmlInjection, " and can add elements"),
        Harms.XmlEntity => (RuleIds.XmlEntities, " and can name external entities"),
        Harms.Xslt => (RuleIds.XsltInjection, " and is run as a stylesheet"),
        Harms.Reflection => (RuleIds.UnsafeReflection, " and chooses what is created or called"),
        Harms.Regex => (RuleIds.RegexInjection, " as a pattern"),
        Harms.Format => (RuleIds.FormatString, " as a format"),
        Harms.Size => (RuleIds.UncontrolledSize, " without a limit"),
        Harms.Library => (RuleIds.UntrustedLibrary, " and is loaded as code"),
        Harms.Configuration => (RuleIds.ExternalConfiguration, " and changes a setting of the system"),
        Harms.Trust => (RuleIds.TrustBoundary, " among values that are trusted"),
        Harms.Mail => (RuleIds.MailInjection, " and can add headers to the mail"),
        Harms.NoSql => (RuleIds.NoSqlInjection, " and can change the query"),
        Harms.Template => (RuleIds.ExpressionInjection, " and is evaluated as an expression"),
        Harms.Deserialize => (RuleIds.UntrustedDeserialization, " and can create any type"),
        Harms.Resource => (RuleIds.UncontrolledHost, " and chooses what is connected to"),
        Harms.Upload => (RuleIds.UnrestrictedUpload, " and names the file that is stored"),
        Harms.Index => (RuleIds.UncheckedIndex, " without a check of the range"),
        Harms.Arithmetic or Harms.Sum => (RuleIds.IntegerOverflow, " that can overflow"),
        Harms.Divisor => (RuleIds.DivisionByInput, " and may be zero"),
        Harms.Iterations => (RuleIds.UncontrolledIterations, " without a limit"),
        Harms.Secret => (RuleIds.SecretInClearText, " in clear text"),
        Harms.SecretLog => (RuleIds.SecretInLog, " and stays in the log"),
        Harms.ErrorDetail => (RuleIds.ErrorDetailsExposed, " and shows the inside of the program"),
        _ => throw new ArgumentOutOfRangeException(nameof(harm), harm, "A sink is about one harm."),
    };
}
