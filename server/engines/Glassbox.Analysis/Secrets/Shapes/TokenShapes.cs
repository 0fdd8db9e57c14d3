using System.Buffers;
using System.Collections.Immutable;

namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>The shapes that issuers of tokens have published.</summary>
internal static class TokenShapes
{
    /// <summary>Shapes to try wherever their anchor stands.</summary>
    public static ImmutableArray<TokenShape> All { get; } = [.. Clouds(), .. Development(), .. Messages(), .. Shops(), .. Models()];

    /// <summary>Shapes that are too plain to mean anything unless the text speaks of their issuer.</summary>
    public static ImmutableArray<(string Word, TokenShape Shape)> Mentioned { get; } =
    [
        ("twilio", Of(SecretKinds.TwilioKey, "SK", Alphabets.LowerHex, 32, TokenChecks.IsMixed)),
        ("mailgun", Of(SecretKinds.MailgunKey, "key-", Alphabets.LowerAlphanumeric, 32, TokenChecks.IsMixed)),
        ("mailgun", new TokenShape(SecretKinds.MailgunKey, "-", Run(Alphabets.Hex, 8, 8)) { Lead = Run(DashedHex, 41, 41), Check = TokenChecks.IsMailgun }),
        ("discord", new TokenShape(SecretKinds.DiscordToken, ".", Run(Alphabets.UrlSafeDot, 34, 47)) { Lead = Run(Alphabets.UrlSafe, 23, 28), Check = TokenChecks.IsDiscord }),
    ];

    private static SearchValues<char> DashedHex => SearchValues.Create("0123456789abcdef-");

    private static IEnumerable<TokenShape> Clouds() =>
    [
        Of(SecretKinds.AwsAccessKey, "AKIA", Alphabets.UpperAlphanumeric, 16, TokenChecks.IsAwsKey),
        Of(SecretKinds.AwsAccessKey, "ASIA", Alphabets.UpperAlphanumeric, 16, TokenChecks.IsAwsKey),
        Of(SecretKinds.AlibabaAccessKey, "LTAI", Alphabets.Base62, 16, 24, TokenChecks.IsMixed),

        // The keys of Azure name their service at a fixed place.
        AzureKey(SecretKinds.AzureStorageKey, 76, "+ASt", 8),
        AzureKey(SecretKinds.AzureServiceKey, 76, "ACDb", 8),
        AzureKey(SecretKinds.AzureServiceKey, 76, "APIM", 8),
        AzureKey(SecretKinds.AzureServiceKey, 76, "+ABa", 8),
        AzureKey(SecretKinds.AzureServiceKey, 76, "+AMC", 8),
        AzureKey(SecretKinds.AzureSharedAccessKey, 33, "+ASb", 7),
        AzureKey(SecretKinds.AzureSharedAccessKey, 33, "+AEh", 7),
        AzureKey(SecretKinds.AzureSharedAccessKey, 33, "+ARm", 7),
        AzureKey(SecretKinds.AzureSharedAccessKey, 33, "AIoT", 7),
        AzureKey(SecretKinds.AzureServiceKey, 44, "AzFu", 8),
        AzureKey(SecretKinds.AzureServiceKey, 42, "AzSe", 6),
        AzureKey(SecretKinds.AzureServiceKey, 42, "+ACR", 6),
        new(SecretKinds.AzureClientSecret, "Q~", Run(Alphabets.UrlSafeDotTilde, 31, 34)) { Lead = Run(Alphabets.UrlSafeDotTilde, 4, 4), Check = TokenChecks.IsAzureClientSecret },

        Of(SecretKinds.DatabricksToken, "dapi", Alphabets.LowerHex, 32, TokenChecks.IsMixed),
        Of(SecretKinds.DigitalOceanToken, "dop_v1_", Alphabets.LowerHex, 64),
        Of(SecretKinds.DigitalOceanToken, "doo_v1_", Alphabets.LowerHex, 64),
        Of(SecretKinds.DigitalOceanToken, "dor_v1_", Alphabets.LowerHex, 64),
        Of(SecretKinds.GoogleApiKey, "AIza", Alphabets.UrlSafe, 35),
        Of(SecretKinds.GoogleOAuthSecret, "GOCSPX-", Alphabets.UrlSafe, 28),
        Of(SecretKinds.HerokuKey, "HRKU-", Alphabets.UrlSafe, 36, 64, TokenChecks.IsMixed),
        Of(SecretKinds.PlanetScaleToken, "pscale_tkn_", Alphabets.UrlSafeDot, 32, 64),
        Of(SecretKinds.PlanetScaleToken, "pscale_pw_", Alphabets.UrlSafeDot, 32, 64),
        Of(SecretKinds.SupabaseKey, "sbp_", Alphabets.LowerHex, 40),
        Of(SecretKinds.SupabaseKey, "sb_secret_", Alphabets.UrlSafe, 31, 44),
        Of(SecretKinds.VaultToken, "hvs.", Alphabets.UrlSafe, 24, 300),
        Of(SecretKinds.VaultToken, "hvb.", Alphabets.UrlSafe, 24, 300),
        Of(SecretKinds.VaultToken, "hvr.", Alphabets.UrlSafe, 24, 300),
    ];

    private static IEnumerable<TokenShape> Development() =>
    [
        Of(SecretKinds.GitHubToken, "ghp_", Alphabets.Base62, 36, TokenChecks.EndsWithCrc32),
        Of(SecretKinds.GitHubToken, "gho_", Alphabets.Base62, 36, TokenChecks.EndsWithCrc32),
        Of(SecretKinds.GitHubToken, "ghu_", Alphabets.Base62, 36, TokenChecks.EndsWithCrc32),
        Of(SecretKinds.GitHubToken, "ghs_", Alphabets.Base62, 36, TokenChecks.EndsWithCrc32),
        Of(SecretKinds.GitHubToken, "ghr_", Alphabets.Base62, 36, 76, TokenChecks.EndsWithCrc32),
        Of(SecretKinds.GitHubFineGrainedToken, "github_pat_", Alphabets.Word, 40, 255, TokenChecks.IsMixed),
        Of(SecretKinds.GitLabToken, "glpat-", Alphabets.UrlSafeDot, 20, 300, TokenChecks.IsMixed),
        Of(SecretKinds.GitLabToken, "gldt-", Alphabets.UrlSafe, 20, 64, TokenChecks.IsMixed),
        Of(SecretKinds.GitLabToken, "glrt-", Alphabets.UrlSafeDot, 20, 300, TokenChecks.IsMixed),
        Of(SecretKinds.GitLabToken, "glcbt-", Alphabets.UrlSafe, 20, 64, TokenChecks.IsMixed),
        Of(SecretKinds.GitLabToken, "glptt-", Alphabets.LowerHex, 40),
        Of(SecretKinds.GitLabToken, "glsoat-", Alphabets.UrlSafe, 20, 64, TokenChecks.IsMixed),
        Of(SecretKinds.GitLabToken, "glagent-", Alphabets.UrlSafe, 50, 64, TokenChecks.IsMixed),
        Of(SecretKinds.AtlassianToken, "ATATT3", Alphabets.UrlSafeEquals, 80, 300),
        Of(SecretKinds.AtlassianToken, "ATCTT3", Alphabets.UrlSafeEquals, 80, 300),
        Of(SecretKinds.AtlassianToken, "ATBB", Alphabets.Base62, 32, TokenChecks.IsMixed),
        Of(SecretKinds.CircleCiToken, "CCIPAT_", Alphabets.Word, 40, 80),
        Of(SecretKinds.CratesToken, "cio", Alphabets.Base62, 32, TokenChecks.IsMixed),
        Of(SecretKinds.DockerHubToken, "dckr_pat_", Alphabets.UrlSafe, 27),
        Of(SecretKinds.DockerHubToken, "dckr_oat_", Alphabets.UrlSafe, 32),
        Of(SecretKinds.DopplerToken, "dp.pt.", Alphabets.Base62, 40, 44),
        Of(SecretKinds.DopplerToken, "dp.sa.", Alphabets.Base62, 40, 44),
        Of(SecretKinds.DopplerToken, "dp.st.", Alphabets.UrlSafeDot, 40, 80),
        Of(SecretKinds.LinearKey, "lin_api_", Alphabets.Base62, 40),
        Of(SecretKinds.LinearKey, "lin_oauth_", Alphabets.LowerHex, 64),
        Of(SecretKinds.NpmToken, "npm_", Alphabets.Base62, 36, TokenChecks.EndsWithCrc32),
        Of(SecretKinds.NuGetKey, "oy2", Alphabets.LowerAlphanumeric, 43, TokenChecks.IsMixed),
        Of(SecretKinds.PostmanKey, "PMAK-", Alphabets.Base62Dash, 59, TokenChecks.IsPostman),
        Of(SecretKinds.PulumiToken, "pul-", Alphabets.LowerHex, 40, TokenChecks.IsMixed),
        // The head of a macaroon that names the registry, or its test double, in base64.
        Of(SecretKinds.PyPiToken, "pypi-AgEIcHlwaS5vcmc", Alphabets.UrlSafe, 50, 1000),
        Of(SecretKinds.PyPiToken, "pypi-AgENdGVzdC5weXBpLm9yZw", Alphabets.UrlSafe, 50, 1000),
        Of(SecretKinds.RubyGemsKey, "rubygems_", Alphabets.LowerHex, 48),
        new(SecretKinds.TerraformToken, ".atlasv1.", Run(Alphabets.UrlSafe, 60, 72)) { Lead = Run(Alphabets.Base62, 14, 14) },
        Of(SecretKinds.AgeKey, "AGE-SECRET-KEY-1", Alphabets.UpperAlphanumeric, 58),
        Of(SecretKinds.GrafanaToken, "glsa_", Alphabets.Word, 41),
        Of(SecretKinds.GrafanaToken, "glc_", Alphabets.PaddedBase64, 32, 400, TokenChecks.IsMixed),
        Of(SecretKinds.NewRelicKey, "NRAK-", Alphabets.UpperAlphanumeric, 27),
        Of(SecretKinds.NewRelicKey, "NRII-", Alphabets.UrlSafe, 32),
        Of(SecretKinds.SentryToken, "sntrys_", Alphabets.AnyBase64, 60, 500),
        Of(SecretKinds.SentryToken, "sntryu_", Alphabets.LowerHex, 64),
    ];

    private static IEnumerable<TokenShape> Messages() =>
    [
        Of(SecretKinds.BrevoKey, "xkeysib-", Alphabets.Base62Dash, 81, TokenChecks.IsBrevo),
        new(SecretKinds.MailchimpKey, "-us", Run(Alphabets.Digits, 1, 2)) { Lead = Run(Alphabets.LowerHex, 32, 32), Check = TokenChecks.IsMixed },
        Of(SecretKinds.SendGridKey, "SG.", Alphabets.UrlSafeDot, 66, TokenChecks.IsSendGrid),
        Of(SecretKinds.SlackToken, "xoxb-", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xoxp-", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xoxa-", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xoxr-", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xoxs-", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xoxe-", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xoxe.", Alphabets.Base62Dash, 20, 255, TokenChecks.IsMixed),
        Of(SecretKinds.SlackToken, "xapp-", Alphabets.Base62Dash, 30, 255, TokenChecks.IsMixed),
        new(SecretKinds.TelegramToken, ":AA", Run(Alphabets.UrlSafe, 33, 33)) { Lead = Run(Alphabets.Digits, 8, 10), After = "bot" },
    ];

    private static IEnumerable<TokenShape> Shops() =>
    [
        Of(SecretKinds.ContentfulToken, "CFPAT-", Alphabets.UrlSafe, 43),
        Of(SecretKinds.FacebookToken, "EAACEdEose0cBA", Alphabets.Base62, 20, 300),
        Of(SecretKinds.FacebookToken, "EAA", Alphabets.Base62, 100, 300, TokenChecks.IsMixed),
        Of(SecretKinds.FigmaToken, "figd_", Alphabets.UrlSafe, 40, 64),
        Of(SecretKinds.HubSpotToken, "pat-na1-", Alphabets.Base62Dash, 36, TokenChecks.IsMixed),
        Of(SecretKinds.HubSpotToken, "pat-eu1-", Alphabets.Base62Dash, 36, TokenChecks.IsMixed),
        Of(SecretKinds.NotionToken, "ntn_", Alphabets.Base62, 46, TokenChecks.IsMixed),
        Of(SecretKinds.ShopifyToken, "shpat_", Alphabets.Hex, 32),
        Of(SecretKinds.ShopifyToken, "shpca_", Alphabets.Hex, 32),
        Of(SecretKinds.ShopifyToken, "shppa_", Alphabets.Hex, 32),
        Of(SecretKinds.ShopifyToken, "shpss_", Alphabets.Hex, 32),
        Of(SecretKinds.SquareToken, "sq0atp-", Alphabets.UrlSafe, 22),
        Of(SecretKinds.SquareToken, "sq0csp-", Alphabets.UrlSafe, 43),
        Of(SecretKinds.SquareToken, "EAAA", Alphabets.UrlSafe, 60, TokenChecks.IsMixed),
        Of(SecretKinds.StripeKey, "sk_live_", Alphabets.Base62, 16, 247),
        Of(SecretKinds.StripeKey, "rk_live_", Alphabets.Base62, 16, 247),
        Of(SecretKinds.StripeWebhookSecret, "whsec_", Alphabets.PaddedBase64, 32, 64, TokenChecks.IsMixed),
    ];

    private static IEnumerable<TokenShape> Models() =>
    [
        Of(SecretKinds.AnthropicKey, "sk-ant-", Alphabets.UrlSafe, 32, 200, TokenChecks.IsMixed),
        Of(SecretKinds.OpenRouterKey, "sk-or-v1-", Alphabets.LowerHex, 64),
        Of(SecretKinds.OpenAiKey, "sk-proj-", Alphabets.UrlSafe, 40, 300, TokenChecks.HoldsOpenAiMark),
        Of(SecretKinds.OpenAiKey, "sk-svcacct-", Alphabets.UrlSafe, 40, 300, TokenChecks.HoldsOpenAiMark),
        Of(SecretKinds.OpenAiKey, "sk-admin-", Alphabets.UrlSafe, 40, 300, TokenChecks.HoldsOpenAiMark),
        Of(SecretKinds.OpenAiKey, "sk-", Alphabets.Base62, 48, TokenChecks.HoldsOpenAiMark),
        Of(SecretKinds.GroqKey, "gsk_", Alphabets.Base62, 52),
        Of(SecretKinds.HuggingFaceToken, "hf_", Alphabets.Base62, 34),
        Of(SecretKinds.HuggingFaceToken, "api_org_", Alphabets.Base62, 34),
        Of(SecretKinds.PerplexityKey, "pplx-", Alphabets.Base62, 48, 56),
        Of(SecretKinds.ReplicateToken, "r8_", Alphabets.Base62, 37, TokenChecks.IsMixed),
        Of(SecretKinds.XAiKey, "xai-", Alphabets.Base62, 80),
    ];

    private static TokenShape AzureKey(SecretKind kind, int before, string anchor, int after) =>
        new(kind, anchor, Run(Alphabets.PaddedBase64, after, after)) { Lead = Run(Alphabets.Base64, before, before) };

    private static TokenShape Of(SecretKind kind, string prefix, SearchValues<char> alphabet, int length, TokenCheck? check = null) => Of(kind, prefix, alphabet, length, length, check);

    private static TokenShape Of(SecretKind kind, string prefix, SearchValues<char> alphabet, int min, int max, TokenCheck? check = null) =>
        new(kind, prefix, Run(alphabet, min, max)) { Check = check ?? TokenChecks.LooksRandom };

    private static CharacterRun Run(SearchValues<char> alphabet, int min, int max) => new(alphabet, min, max);
}
