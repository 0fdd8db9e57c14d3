using System.Collections.Immutable;

namespace Glassbox.Analysis.Secrets;

/// <summary>All kinds of secrets that the scanner knows.</summary>
internal static class SecretKinds
{
    // Filled by the fields below, in their order.
    private static readonly List<SecretKind> Listed = [];

    // Clouds.
    public static readonly SecretKind AwsAccessKey = Vendor("aws-access-key", "AWS access key");
    public static readonly SecretKind AwsSecretKey = Vendor("aws-secret-key", "AWS secret key");
    public static readonly SecretKind AlibabaAccessKey = Vendor("alibaba-access-key", "Alibaba Cloud access key");
    public static readonly SecretKind AzureStorageKey = Vendor("azure-storage-key", "Azure storage key");
    public static readonly SecretKind AzureSharedAccessKey = Vendor("azure-shared-access-key", "Azure shared access key");
    public static readonly SecretKind AzureServiceKey = Vendor("azure-service-key", "Azure service key");
    public static readonly SecretKind AzureSasSignature = Vendor("azure-sas", "Azure SAS signature");
    public static readonly SecretKind AzureClientSecret = Vendor("azure-client-secret", "Azure client secret");
    public static readonly SecretKind CloudflareToken = Vendor("cloudflare-token", "Cloudflare API token");
    public static readonly SecretKind DatabricksToken = Vendor("databricks-token", "Databricks token");
    public static readonly SecretKind DigitalOceanToken = Vendor("digitalocean-token", "DigitalOcean token");
    public static readonly SecretKind GcpServiceAccount = Block("gcp-service-account", "Google Cloud service account key");
    public static readonly SecretKind GoogleApiKey = Vendor("google-api-key", "Google API key");
    public static readonly SecretKind GoogleOAuthSecret = Vendor("google-oauth-secret", "Google OAuth client secret");
    public static readonly SecretKind HerokuKey = Vendor("heroku-key", "Heroku API key");
    public static readonly SecretKind PlanetScaleToken = Vendor("planetscale-token", "PlanetScale token");
    public static readonly SecretKind SupabaseKey = Vendor("supabase-key", "Supabase secret key");

    // Code, packages and deployment.
    public static readonly SecretKind AtlassianToken = Vendor("atlassian-token", "Atlassian API token");
    public static readonly SecretKind CircleCiToken = Vendor("circleci-token", "CircleCI token");
    public static readonly SecretKind CratesToken = Vendor("crates-token", "Rust crate registry token");
    public static readonly SecretKind DockerHubToken = Vendor("docker-hub-token", "Docker Hub token");
    public static readonly SecretKind DopplerToken = Vendor("doppler-token", "Doppler token");
    public static readonly SecretKind GitHubToken = Vendor("github-token", "GitHub token");
    public static readonly SecretKind GitHubFineGrainedToken = Vendor("github-fine-grained-token", "GitHub fine-grained token");
    public static readonly SecretKind GitLabToken = Vendor("gitlab-token", "GitLab token");
    public static readonly SecretKind LinearKey = Vendor("linear-key", "Linear API key");
    public static readonly SecretKind NpmToken = Vendor("npm-token", "npm token");
    public static readonly SecretKind NuGetKey = Vendor("nuget-key", "NuGet API key");
    public static readonly SecretKind PostmanKey = Vendor("postman-key", "Postman API key");
    public static readonly SecretKind PulumiToken = Vendor("pulumi-token", "Pulumi token");
    public static readonly SecretKind PyPiToken = Vendor("pypi-token", "PyPI token");
    public static readonly SecretKind RubyGemsKey = Vendor("rubygems-key", "RubyGems API key");
    public static readonly SecretKind TerraformToken = Vendor("terraform-token", "Terraform Cloud token");
    public static readonly SecretKind VaultToken = Vendor("vault-token", "HashiCorp Vault token");

    // Watching.
    public static readonly SecretKind DatadogKey = Vendor("datadog-key", "Datadog key");
    public static readonly SecretKind GrafanaToken = Vendor("grafana-token", "Grafana token");
    public static readonly SecretKind NewRelicKey = Vendor("newrelic-key", "New Relic key");
    public static readonly SecretKind SentryToken = Vendor("sentry-token", "Sentry token");

    // Messages.
    public static readonly SecretKind BrevoKey = Vendor("brevo-key", "Brevo API key");
    public static readonly SecretKind DiscordToken = Vendor("discord-token", "Discord bot token");
    public static readonly SecretKind DiscordWebhook = Vendor("discord-webhook", "Discord webhook address");
    public static readonly SecretKind MailchimpKey = Vendor("mailchimp-key", "Mailchimp API key");
    public static readonly SecretKind MailgunKey = Vendor("mailgun-key", "Mailgun API key");
    public static readonly SecretKind SendGridKey = Vendor("sendgrid-key", "SendGrid API key");
    public static readonly SecretKind SlackToken = Vendor("slack-token", "Slack token");
    public static readonly SecretKind SlackWebhook = Vendor("slack-webhook", "Slack webhook address");
    public static readonly SecretKind TelegramToken = Vendor("telegram-token", "Telegram bot token");
    public static readonly SecretKind TwilioKey = Vendor("twilio-key", "Twilio API key");
    public static readonly SecretKind TwilioAuthToken = Vendor("twilio-auth-token", "Twilio auth token");

    // Shops, payment and content.
    public static readonly SecretKind ContentfulToken = Vendor("contentful-token", "Contentful token");
    public static readonly SecretKind FacebookToken = Vendor("facebook-token", "Facebook access token");
    public static readonly SecretKind FacebookSecret = Vendor("facebook-secret", "Facebook app secret");
    public static readonly SecretKind FigmaToken = Vendor("figma-token", "Figma token");
    public static readonly SecretKind HubSpotToken = Vendor("hubspot-token", "HubSpot token");
    public static readonly SecretKind NotionToken = Vendor("notion-token", "Notion token");
    public static readonly SecretKind ShopifyToken = Vendor("shopify-token", "Shopify token");
    public static readonly SecretKind SquareToken = Vendor("square-token", "Square token");
    public static readonly SecretKind StripeKey = Vendor("stripe-key", "Stripe live key");
    public static readonly SecretKind StripeWebhookSecret = Vendor("stripe-webhook-secret", "Stripe webhook secret");

    // Models.
    public static readonly SecretKind AnthropicKey = Vendor("anthropic-key", "Anthropic API key");
    public static readonly SecretKind GroqKey = Vendor("groq-key", "Groq API key");
    public static readonly SecretKind HuggingFaceToken = Vendor("huggingface-token", "Hugging Face token");
    public static readonly SecretKind OpenAiKey = Vendor("openai-key", "OpenAI API key");
    public static readonly SecretKind OpenRouterKey = Vendor("openrouter-key", "OpenRouter API key");
    public static readonly SecretKind PerplexityKey = Vendor("perplexity-key", "Perplexity API key");
    public static readonly SecretKind ReplicateToken = Vendor("replicate-token", "Replicate token");
    public static readonly SecretKind XAiKey = Vendor("xai-key", "xAI API key");

    // Keys and signed tokens.
    public static readonly SecretKind AgeKey = Block("age-key", "age secret key");
    public static readonly SecretKind PgpPrivateKey = Block("pgp-private-key", "PGP private key");
    public static readonly SecretKind PrivateKey = Block("private-key", "private key");
    public static readonly SecretKind SshPrivateKey = Block("ssh-private-key", "SSH private key");
    public static readonly SecretKind JsonWebToken = Vendor("jwt", "JSON web token");

    // Places that hold credentials.
    public static readonly SecretKind BasicAuth = Format("basic-auth", "basic authentication credential");
    public static readonly SecretKind BearerToken = Format("bearer-token", "bearer token");
    public static readonly SecretKind ConnectionString = Format("connection-string", "password in a connection string");
    public static readonly SecretKind UrlPassword = Format("url-password", "password in an address");
    public static readonly SecretKind DockerAuth = Format("docker-auth", "Docker registry credential");
    public static readonly SecretKind KubernetesSecret = Format("kubernetes-secret", "value of a Kubernetes secret");
    public static readonly SecretKind MachineKey = Format("machine-key", "ASP.NET machine key");
    public static readonly SecretKind NetrcPassword = Format("netrc-password", "password in a netrc file");
    public static readonly SecretKind NpmRegistryAuth = Format("npm-registry-auth", "npm registry credential");
    public static readonly SecretKind NuGetPassword = Format("nuget-password", "NuGet feed password");
    public static readonly SecretKind PgPassPassword = Format("pgpass-password", "PostgreSQL password file entry");

    // All others.
    public static readonly SecretKind GenericPassword = Generic("generic-password", "password");
    public static readonly SecretKind GenericSecret = Generic("generic-secret", "secret or token");

    /// <summary>Every kind above.</summary>
    public static ImmutableArray<SecretKind> All { get; } = [.. Listed];

    private static SecretKind Block(string id, string name) => Of(id, name, SecretRank.Block);

    private static SecretKind Vendor(string id, string name) => Of(id, name, SecretRank.Vendor);

    private static SecretKind Format(string id, string name) => Of(id, name, SecretRank.Format);

    private static SecretKind Generic(string id, string name) => Of(id, name, SecretRank.Generic);

    private static SecretKind Of(string id, string name, SecretRank rank)
    {
        var kind = new SecretKind(id, name, rank);
        Listed.Add(kind);
        return kind;
    }
}
