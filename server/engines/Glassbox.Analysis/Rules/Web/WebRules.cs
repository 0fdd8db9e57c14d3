using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>The rules about cookies, controllers and how a site is set up.</summary>
internal static class WebRules
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> Infos =
    [
        CookieTexts.CookieNotSecure,
        CookieTexts.CookieNotHttpOnly,
        CookieTexts.CookieSameSite,
        RequestTexts.MissingAntiforgery,
        RequestTexts.RequestValidationOff,
        RequestTexts.AnyOrigin,
        HostingTexts.DebugInProduction,
        HostingTexts.DirectoryListing,
        CookieTexts.PersistentSensitiveCookie,
        CookieTexts.LongSession,
        AccessTexts.AuthorizationMissing,
        AccessTexts.AnonymousOverridesAuthorize,
        HostingTexts.HeaderCheckingOff,
        AccessTexts.CachedAuthorizedAnswer,
        HostingTexts.ViewStateUnprotected,
        RequestTexts.SecretInQuery,
        HostingTexts.FramingAllowed,
        RequestTexts.MassAssignment,
        HostingTexts.ForwardedHeadersTrustAll,
        AccessTexts.AddressDecidesAccess,
        AccessTexts.ReverseDnsDecision,
        AccessTexts.CookieDecidesAccess,
    ];

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new CookieFlagsRule(), new CookieSameSiteRule(), new LongLifetimeRule(), new MissingAntiforgeryRule(), new AuthorizationRule(), new RequestValidationRule(),
        new AnyOriginRule(), new DebugInProductionRule(), new DirectoryListingRule(), new HostSettingsRule(), new CachedAnswerRule(), new SecretInQueryRule(),
        new MassAssignmentRule(), new ForwardedHeadersRule(), new TrustedSourceRule(),
    ];
}
