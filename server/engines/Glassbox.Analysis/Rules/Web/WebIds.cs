namespace Glassbox.Analysis.Rules.Web;

/// <summary>The ids of the rules about cookies, controllers and how a site is set up.</summary>
internal static class WebIds
{
    public const string CookieNotSecure = "GB4001";
    public const string CookieNotHttpOnly = "GB4002";
    public const string CookieSameSite = "GB4003";
    public const string MissingAntiforgery = "GB4004";
    public const string RequestValidationOff = "GB4005";
    public const string AnyOrigin = "GB4006";
    public const string DebugInProduction = "GB4007";
    public const string DirectoryListing = "GB4008";
    public const string PersistentSensitiveCookie = "GB4009";
    public const string LongSession = "GB4010";
    public const string AuthorizationMissing = "GB4011";
    public const string AnonymousOverridesAuthorize = "GB4012";
    public const string HeaderCheckingOff = "GB4013";
    public const string CachedAuthorizedAnswer = "GB4014";
    public const string ViewStateUnprotected = "GB4015";
    public const string SecretInQuery = "GB4016";
    public const string FramingAllowed = "GB4019";
    public const string MassAssignment = "GB4020";
    public const string ForwardedHeadersTrustAll = "GB4023";
    public const string AddressDecidesAccess = "GB4024";
    public const string ReverseDnsDecision = "GB4025";
    public const string CookieDecidesAccess = "GB4026";
}
