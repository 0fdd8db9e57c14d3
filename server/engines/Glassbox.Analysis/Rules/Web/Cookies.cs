using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>Which cookies a program makes, what they are called, and what becomes of them.</summary>
internal static class Cookies
{
    public static readonly string[] CreatedTypes = ["Microsoft.AspNetCore.Http.CookieOptions", "System.Web.HttpCookie", "Microsoft.Owin.CookieOptions"];

    private static readonly HashSet<string> HarmlessWords =
    [
        "theme", "lang", "language", "culture", "locale", "consent", "banner", "timezone", "color", "colour", "sidebar", "layout", "currency", "font",
        "darkmode", "dark", "sort", "columns", "tab", "zoom",
    ];

    private static readonly HashSet<string> SensitiveWords =
    [
        "auth", "authentication", "session", "sid", "sessionid", "token", "jwt", "password", "passwd", "pwd", "login", "remember", "rememberme", "identity",
        "credential", "credentials", "apikey", "secret", "ssn",
    ];

    /// <summary>True for cookies that say how a page looks.</summary>
    public static bool IsHarmless(string? name) => name is not null && NameWords.Of(name).Any(HarmlessWords.Contains);

    /// <summary>True for cookies that scripts must read, to send them back in a header.</summary>
    public static bool IsForScripts(string? name) => name is not null && NameWords.Of(name).Any(word => word is "xsrf" or "csrf" or "antiforgery");

    /// <summary>True for cookies that let in whoever has them.</summary>
    public static bool IsSensitive(string? name) => name is not null && !IsForScripts(name) && NameWords.Of(name).Any(SensitiveWords.Contains);

    /// <summary>The calls that a new cookie, or the options of one, is given to.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsWith(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax direct }) yield return direct;
        if (Syntax.VariableOf(creation) is not { } variable) yield break;
        foreach (var argument in Syntax.FunctionOf(creation).DescendantNodes().OfType<ArgumentSyntax>())
        {
            if (argument.Parent?.Parent is InvocationExpressionSyntax call && argument.Expression.ToString() == variable) yield return call;
        }
    }

    /// <summary>The name of the cookie that a creation is for, where it is constant.</summary>
    public static string? NameFor(BaseObjectCreationExpressionSyntax creation, DocumentContext context)
    {
        if (Creations.ArgumentsOf(creation) is [{ Expression: var first }, ..] && context.TextOf(first) is { } given) return given;
        foreach (var call in CallsWith(creation))
        {
            if (call.ArgumentList.Arguments is [{ Expression: var key }, _, ..] && context.TextOf(key) is { } appended) return appended;
        }

        return NameAmong(Creations.SettingsOf(creation), context);
    }

    /// <summary>The name of the cookie that a setting is for, where it is constant.</summary>
    public static string? NameFor(AssignmentExpressionSyntax setting, DocumentContext context)
    {
        if (CreationOf(setting) is { } creation) return NameFor(creation, context);
        return NameAmong(Creations.SettingsBeside(setting), context);
    }

    /// <summary>True where a cookie is made only so that the browser drops the one it has.</summary>
    public static bool IsRemoved(IEnumerable<AssignmentExpressionSyntax> settings, DocumentContext context) =>
        settings.Any(setting => Syntax.LastName(setting.Left) is "Expires" or "MaxAge" && IsPast(context.OriginOf(setting.Right)));

    private static bool IsPast(ExpressionSyntax time)
    {
        var text = time.ToString();
        return text.Contains("(-", StringComparison.Ordinal) || text.Contains("MinValue", StringComparison.Ordinal) || text.Contains("UnixEpoch", StringComparison.Ordinal)
            || text.Contains("Zero", StringComparison.Ordinal) || text.Contains("(1970", StringComparison.Ordinal);
    }

    private static BaseObjectCreationExpressionSyntax? CreationOf(AssignmentExpressionSyntax setting)
    {
        if (setting.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax around }) return around;
        if (setting.Left is not MemberAccessExpressionSyntax access) return null;
        var variable = access.Expression.ToString();
        return Syntax.FunctionOf(setting).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(creation => Syntax.VariableOf(creation) == variable);
    }

    private static string? NameAmong(IEnumerable<AssignmentExpressionSyntax> settings, DocumentContext context)
    {
        foreach (var setting in settings)
        {
            if (Syntax.LastName(setting.Left) is "Name" or "CookieName" && context.TextOf(setting.Right) is { } name) return name;
        }

        return null;
    }
}
