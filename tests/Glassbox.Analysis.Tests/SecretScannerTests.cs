using System.Text;
using Glassbox.Analysis.Secrets;
using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Tests;

/// <summary>Secrets are put together while the tests run, so that no file of the repository holds anything that looks like one.</summary>
internal sealed class SecretScannerTests
{
    private const string Numbers = "0123456789";
    private const string LowerHex = Numbers + "abcdef";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Base62 = Numbers + Upper + Lower;
    private const string UrlSafe = Base62 + "-_";
    private const string Base64 = Base62 + "+/";

    // Where a text of a test case has its secret.
    private const string Here = "§";

    private static readonly string Password = string.Concat("Kx7!", "qPz9", "2mW");

    private static IEnumerable<Planted> Clouds() =>
    [
        new(SecretKinds.AwsAccessKey, ".env", "AWS_ACCESS_KEY_ID=", "AK" + "IA" + Chars(Upper + "234567", 16), "\n"),
        new(SecretKinds.AwsSecretKey, ".env", "AWS_SECRET_ACCESS_KEY=", Chars(Base64, 40), "\n"),
        new(SecretKinds.AlibabaAccessKey, "a.py", "key = '", "LT" + "AI" + Chars(Base62, 19) + "7", "'"),
        new(SecretKinds.AzureStorageKey, "appsettings.json", "{ \"Storage\": \"DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=", Bytes64(64), ";EndpointSuffix=core.windows.net\" }"),
        new(SecretKinds.AzureStorageKey, "notes.txt", "the key is ", Chars(Base64, 76) + "+A" + "St" + Chars(Base64, 5) + "A==", "."),
        new(SecretKinds.AzureSharedAccessKey, "appsettings.json", "{ \"Bus\": \"Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=", Bytes64(32), "\" }"),
        new(SecretKinds.AzureServiceKey, "notes.txt", "code=", Chars(Base64, 44) + "Az" + "Fu" + Chars(Base64, 5) + "A==", "\n"),
        new(SecretKinds.AzureSasSignature, "a.js", "fetch('https://shop.blob.core.windows.net/a?sv=2024-01-01&sig=", Uri.EscapeDataString(Bytes64(32)), "&se=2030')"),
        new(SecretKinds.AzureClientSecret, "appsettings.json", "{ \"ClientSecret\": \"", Chars(Base62, 3) + "8Q" + "~" + Chars(Base62, 34), "\" }"),
        new(SecretKinds.CloudflareToken, ".env", "CLOUDFLARE_API_TOKEN=", Chars(UrlSafe, 40), "\n"),
        new(SecretKinds.DatabricksToken, "a.py", "connect('", "da" + "pi" + Chars(LowerHex, 32), "')"),
        new(SecretKinds.DigitalOceanToken, "a.tf", "x = \"", "dop" + "_v1_" + Chars(LowerHex, 64), "\""),
        new(SecretKinds.GcpServiceAccount, "account.json", "{ \"type\": \"service_account\", \"private_key\": \"", Pem("PRIVATE KEY", Der(600), "\\n"), "\\n\" }"),
        new(SecretKinds.GoogleApiKey, "a.js", "load('", "AI" + "za" + Chars(UrlSafe, 35), "')"),
        new(SecretKinds.GoogleOAuthSecret, "client.json", "{ \"client_secret\": \"", "GOC" + "SPX-" + Chars(UrlSafe, 28), "\" }"),
        new(SecretKinds.HerokuKey, ".env", "HEROKU_API_KEY=", Uuid(), "\n"),
        new(SecretKinds.PlanetScaleToken, "a.txt", "", "psc" + "ale_tkn_" + Chars(Base62, 43), ""),
        new(SecretKinds.SupabaseKey, "a.txt", "", "sb" + "p_" + Chars(LowerHex, 40), ""),
    ];

    private static IEnumerable<Planted> Development() =>
    [
        new(SecretKinds.GitHubToken, "a.sh", "git clone https://", Checked("gh" + "p_"), "@github.com/a/b"),
        new(SecretKinds.GitHubToken, ".env", "GITHUB_TOKEN=", Checked("gh" + "o_"), "\n"),
        new(SecretKinds.GitHubToken, "a.cs", "var a = \"\\n", Checked("gh" + "u_"), "\";"),
        new(SecretKinds.GitHubToken, "a.txt", "(", Checked("gh" + "s_"), ")"),
        new(SecretKinds.GitHubToken, "a.txt", "?a%3D", Checked("gh" + "r_"), "&b"),
        new(SecretKinds.GitHubFineGrainedToken, "a.yml", "token: ", "github" + "_pat_" + Chars(Base62, 22) + "_" + Chars(Base62, 59), "\n"),
        new(SecretKinds.GitLabToken, "a.txt", "Use ", "gl" + "pat-" + Chars(UrlSafe, 19) + "7", "."),
        new(SecretKinds.AtlassianToken, "a.txt", "", "ATA" + "TT3" + Chars(UrlSafe, 180) + "=" + Chars(LowerHex, 8), ""),
        new(SecretKinds.CircleCiToken, "a.txt", "", "CCI" + "PAT_" + Chars(Base62, 22) + "_" + Chars(LowerHex, 40), ""),
        new(SecretKinds.CratesToken, "a.txt", "", "ci" + "o" + Chars(Base62, 31) + "7", ""),
        new(SecretKinds.DockerHubToken, "a.txt", "", "dckr" + "_pat_" + Chars(UrlSafe, 27), ""),
        new(SecretKinds.DopplerToken, "a.txt", "", "dp" + ".pt." + Chars(Base62, 43), ""),
        new(SecretKinds.LinearKey, "a.txt", "", "lin" + "_api_" + Chars(Base62, 40), ""),
        new(SecretKinds.NpmToken, ".npmrc", "//npm.shop.net/:_authToken=", Checked("np" + "m_"), "\n"),
        new(SecretKinds.NuGetKey, "push.sh", "dotnet nuget push a.nupkg -k ", "oy" + "2" + Chars(Numbers + Lower, 43), "\n"),
        new(SecretKinds.PostmanKey, "a.txt", "", "PM" + "AK-" + Chars(LowerHex, 24) + "-" + Chars(LowerHex, 34), ""),
        new(SecretKinds.PulumiToken, "a.txt", "", "pu" + "l-" + Chars(LowerHex, 40), ""),
        new(SecretKinds.PyPiToken, ".pypirc", "password = ", "py" + "pi-" + "AgEIcHlwaS5vcmc" + Chars(UrlSafe, 120), "\n"),
        new(SecretKinds.RubyGemsKey, "a.txt", "", "ruby" + "gems_" + Chars(LowerHex, 48), ""),
        new(SecretKinds.TerraformToken, "a.txt", "", Chars(Base62, 14) + ".at" + "lasv1." + Chars(UrlSafe, 67), ""),
        new(SecretKinds.VaultToken, "a.txt", "", "hv" + "s." + Chars(UrlSafe, 90), ""),
        new(SecretKinds.DatadogKey, "agent.yml", "datadog:\n  api_key: ", Chars(LowerHex, 32), "\n"),
        new(SecretKinds.GrafanaToken, "a.txt", "", "gl" + "sa_" + Chars(Base62, 32) + "_" + Chars(LowerHex, 8), ""),
        new(SecretKinds.NewRelicKey, "a.txt", "", "NR" + "AK-" + Chars(Numbers + Upper, 27), ""),
        new(SecretKinds.SentryToken, "a.txt", "", "snt" + "ryu_" + Chars(LowerHex, 64), ""),
    ];

    private static IEnumerable<Planted> Services() =>
    [
        new(SecretKinds.BrevoKey, "a.txt", "", "xkey" + "sib-" + Chars(LowerHex, 64) + "-" + Chars(Base62, 16), ""),
        new(SecretKinds.DiscordToken, "bot.py", "# discord\nTOKEN = '", Convert.ToBase64String(Encoding.ASCII.GetBytes(Chars(Numbers, 18))) + "." + Chars(UrlSafe, 6) + "." + Chars(UrlSafe, 38), "'\n"),
        new(SecretKinds.DiscordWebhook, "a.py", "post('", "https://discord.com/api/web" + "hooks/" + Chars(Numbers, 18) + "/" + Chars(UrlSafe, 68), "')"),
        new(SecretKinds.MailchimpKey, "a.txt", "", Chars(LowerHex, 32) + "-u" + "s12", ""),
        new(SecretKinds.MailgunKey, "mail.py", "mailgun('", "ke" + "y-" + Chars(Numbers + Lower, 32), "')"),
        new(SecretKinds.SendGridKey, "a.txt", "", "S" + "G." + Chars(UrlSafe, 22) + "." + Chars(UrlSafe, 43), "."),
        new(SecretKinds.SlackToken, "a.txt", "", "xo" + "xb-" + Chars(Numbers, 12) + "-" + Chars(Numbers, 13) + "-" + Chars(Base62, 24), ""),
        new(SecretKinds.SlackWebhook, "a.yml", "url: ", "https://hooks.slack.com/ser" + "vices/T" + Chars(Numbers + Upper, 8) + "/B" + Chars(Numbers + Upper, 9) + "/" + Chars(Base62, 24), "\n"),
        new(SecretKinds.TelegramToken, "a.py", "get('/bot", Chars(Numbers, 10) + ":A" + "A" + Chars(UrlSafe, 33), "/getMe')"),
        new(SecretKinds.TwilioKey, "a.py", "twilio.Client('", "S" + "K" + Chars(LowerHex, 32), "')"),
        new(SecretKinds.TwilioAuthToken, ".env", "TWILIO_AUTH_TOKEN=", Chars(LowerHex, 32), "\n"),
        new(SecretKinds.ContentfulToken, "a.txt", "", "CF" + "PAT-" + Chars(UrlSafe, 43), ""),
        new(SecretKinds.FacebookToken, "a.txt", "", "EA" + "A" + Chars(Base62, 150), ""),
        new(SecretKinds.FacebookSecret, ".env", "FACEBOOK_APP_SECRET=", Chars(LowerHex, 32), "\n"),
        new(SecretKinds.FigmaToken, "a.txt", "", "fi" + "gd_" + Chars(UrlSafe, 40), ""),
        new(SecretKinds.HubSpotToken, "a.txt", "", "pat" + "-na1-" + Uuid(), ""),
        new(SecretKinds.NotionToken, "a.txt", "", "nt" + "n_" + Chars(Base62, 46), ""),
        new(SecretKinds.ShopifyToken, "a.txt", "", "shp" + "at_" + Chars(LowerHex, 32), ""),
        new(SecretKinds.SquareToken, "a.txt", "", "sq0" + "atp-" + Chars(UrlSafe, 22), ""),
        new(SecretKinds.StripeKey, "a.rb", "Stripe.api_key = '", "sk_" + "live_" + Chars(Base62, 24), "'"),
        new(SecretKinds.StripeWebhookSecret, "a.txt", "", "wh" + "sec_" + Chars(Base62, 31) + "7", ""),
        new(SecretKinds.AnthropicKey, "a.txt", "", "sk-" + "ant-api03-" + Chars(UrlSafe, 93) + "AA", ""),
        new(SecretKinds.GroqKey, "a.txt", "", "gs" + "k_" + Chars(Base62, 52), ""),
        new(SecretKinds.HuggingFaceToken, "a.txt", "", "h" + "f_" + Chars(Lower + Upper, 34), ""),
        new(SecretKinds.OpenAiKey, "a.txt", "", "sk-" + "proj-" + Chars(UrlSafe, 74) + "T3Blb" + "kFJ" + Chars(Base62, 74), ""),
        new(SecretKinds.OpenRouterKey, "a.txt", "", "sk-" + "or-v1-" + Chars(LowerHex, 64), ""),
        new(SecretKinds.PerplexityKey, "a.txt", "", "ppl" + "x-" + Chars(Base62, 48), ""),
        new(SecretKinds.ReplicateToken, "a.txt", "", "r" + "8_" + Chars(Base62, 36) + "7", ""),
        new(SecretKinds.XAiKey, "a.txt", "", "xa" + "i-" + Chars(Base62, 80), ""),
    ];

    private static IEnumerable<Planted> Formats() =>
    [
        new(SecretKinds.AgeKey, "a.txt", "", "AGE-SECRET-" + "KEY-1" + Chars(Numbers + Upper, 58), "\n"),
        new(SecretKinds.PgpPrivateKey, "a.asc", "", Pem("PGP PRIVATE KEY BLOCK", [0x95, .. Some(600)], "\n", "Version: 1\n\n", "\n=aB1c"), "\n"),
        new(SecretKinds.PrivateKey, "a.pem", "", Pem("RSA PRIVATE KEY", Der(600), "\n"), "\n"),
        new(SecretKinds.PrivateKey, "a.cs", "var a = ", Pem("EC PRIVATE KEY", Der(120), "\\n\" +\n    \""), "\";"),
        new(SecretKinds.PrivateKey, "config", "client-key-data: ", Convert.ToBase64String(Encoding.ASCII.GetBytes(Pem("RSA PRIVATE KEY", Der(600), "\n"))), "\n"),
        new(SecretKinds.SshPrivateKey, "id_ed25519", "", Pem("OPENSSH PRIVATE KEY", [.. Encoding.ASCII.GetBytes("openssh-key-v1"), 0, .. Some(300)], "\n"), "\n"),
        new(SecretKinds.SshPrivateKey, "a.ppk", "", $"PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 2\n{Chars(Base64, 64)}\n{Chars(Base62, 64)}\n", "Private-MAC: 0a"),
        new(SecretKinds.JsonWebToken, "a.ts", "const a = '", Jwt("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{\"sub\":\"7\",\"name\":\"Ada\"}"), "';"),
        new(SecretKinds.BasicAuth, "a.http", "Authorization: Basic ", Convert.ToBase64String(Encoding.ASCII.GetBytes("deploy:" + Password)), "\n"),
        new(SecretKinds.BasicAuth, "a.sh", "curl -s \\\n  -u deploy:", Password, " https://shop.net"),
        new(SecretKinds.BearerToken, "a.http", "Authorization: Bearer ", Chars(Base62, 40), "\n"),
        new(SecretKinds.ConnectionString, "appsettings.json", "{ \"Shop\": \"Server=db.shop.net;Database=x;User Id=sa;Password=", Password, ";Encrypt=true\" }"),
        new(SecretKinds.ConnectionString, "a.cs", "Open(\"Password=", Password, ";Server=db.shop.net\");"),
        new(SecretKinds.ConnectionString, "a.env", "DSN=host=db.shop.net user=app password=", Password, " dbname=shop\n"),
        new(SecretKinds.ConnectionString, "app.yml", "redis: cache.shop.net:6380,password=", Password, ",ssl=True\n"),
        new(SecretKinds.ConnectionString, "a.py", "create_engine('postgresql+asyncpg://app:", Password, "@db.shop.net:5432/shop')"),
        new(SecretKinds.UrlPassword, "a.sh", "git clone https://deploy:", Password, "@git.shop.net/a.git"),
        new(SecretKinds.UrlPassword, "app.yml", "url: jdbc:postgresql://db.shop.net/x?user=app&password=", Password, "\n"),
        new(SecretKinds.DockerAuth, "config.json", "{ \"auths\": { \"shop.net\": { \"auth\": \"", Convert.ToBase64String(Encoding.ASCII.GetBytes("deploy:" + Password)), "\" } } }"),
        new(SecretKinds.KubernetesSecret, "secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: ", Convert.ToBase64String(Encoding.ASCII.GetBytes(Password)), "\n"),
        new(SecretKinds.MachineKey, "web.config", "<machineKey validationKey=\"", Chars(Numbers + "ABCDEF", 128), "\" decryptionKey=\"AutoGenerate,IsolateApps\" />"),
        new(SecretKinds.NetrcPassword, ".netrc", "machine git.shop.net login deploy password ", Password, "\n"),
        new(SecretKinds.NpmRegistryAuth, ".npmrc", "//npm.shop.net/:_authToken=", Chars(Base62, 40), "\n"),
        new(SecretKinds.NpmRegistryAuth, ".npmrc", "_auth = ", Convert.ToBase64String(Encoding.ASCII.GetBytes("ci:" + Password)), "\n"),
        new(SecretKinds.NuGetPassword, "NuGet.Config", "<add key=\"ClearTextPassword\" value=\"", Password, "\" />"),
        new(SecretKinds.PgPassPassword, ".pgpass", "# all\ndb.shop.net:5432:shop:deploy:", Password, "\n"),
        new(SecretKinds.GenericPassword, "app.yml", "password: ", Password, "\n"),
        new(SecretKinds.GenericSecret, "a.go", "apiKey := \"", Chars(Base62, 31) + "7", "\""),
    ];

    private static IEnumerable<Planted> All() => [.. Clouds(), .. Development(), .. Services(), .. Formats()];

    [TestCaseSource(nameof(All))]
    public void Secret_IsFoundOnceWithItsKind(Planted planted)
    {
        var text = planted.Before + planted.Secret + planted.After;
        var found = SecretScanner.Scan(text, planted.File).Select(match => (match.Kind.Id, text.Substring(match.Span.Start, match.Span.Length)));
        Assert.That(found, Is.EqualTo(new[] { (planted.Kind.Id, planted.Secret) }));
    }

    [TestCaseSource(nameof(All))]
    public void Redaction_ShowsAtMostFourCharacters(Planted planted)
    {
        var match = SecretScanner.Scan(planted.Before + planted.Secret + planted.After, planted.File).Single();
        Assert.That(match.Redacted, Does.EndWith($"… ({planted.Secret.Length} characters)"));
        var shown = match.Redacted[..match.Redacted.IndexOf('…')];
        Assert.That(shown, Has.Length.LessThanOrEqualTo(Math.Min(4, planted.Secret.Length / 4)));
        Assert.That(planted.Secret, Does.StartWith(shown));
    }

    [Test]
    public void Kinds_AreAllPlanted()
    {
        Assert.That(SecretKinds.All.Select(kind => kind.Id), Is.Unique.And.EquivalentTo(All().Select(planted => planted.Kind.Id).Distinct()));
        Assert.That(SecretKinds.All, Has.Length.GreaterThanOrEqualTo(35));
    }

    [TestCase("app.yml", "db:\n  password: §\n")]
    [TestCase("app.yml", "password: '§' # for now\n")]
    [TestCase("app.yml", "- name: DB_PASSWORD\n  value: §\n")]
    [TestCase("app.json", "{ \"password\": \"§\" }")]
    [TestCase("app.json", "{ \"Smtp:Password\": \"§\" }")]
    [TestCase("app.json", "{ \"name\": \"DB_PASSWORD\",\n  \"value\": \"§\" }")]
    [TestCase("web.config", "<add key=\"SmtpPassword\" value=\"§\" />")]
    [TestCase("a.xml", "<Password>§</Password>")]
    [TestCase("app.properties", "spring.datasource.password=§\n")]
    [TestCase("app.ini", "[db]\r\npassword = §\r\nuser = a\r\n")]
    [TestCase(".env.local", "DB_PASSWORD=§")]
    [TestCase("Dockerfile", "ENV DB_PASSWORD=§\n")]
    [TestCase("Dockerfile", "ENV DB_PASSWORD §\n")]
    [TestCase("deploy.sh", "export DB_PASSWORD='§'\n")]
    [TestCase("deploy.sh", "mysql --password=§ shop\n")]
    [TestCase("deploy.yml", "run: docker login --password § shop.net\n")]
    [TestCase("a.toml", "password = \"§\"\n")]
    [TestCase("a.py", "password = '§'")]
    [TestCase("a.py", "settings[\"password\"] = \"§\"")]
    [TestCase("a.py", "connect(host=\"h\", user=\"u\", password=\"§\")")]
    [TestCase("a.ts", "const password: string = '§';")]
    [TestCase("a.ts", "const password = process.env.PW || '§';")]
    [TestCase("a.go", "var password string = \"§\"")]
    [TestCase("a.go", "password := []byte(\"§\")")]
    [TestCase("a.rs", "let password: &str = \"§\";")]
    [TestCase("a.cs", "if (password == \"§\") return;")]
    [TestCase("a.rb", "{ :password => '§' }")]
    [TestCase("a.java", "config.setPassword(\"§\");")]
    [TestCase("a.js", "send(\"{\\\"password\\\":\\\"§\\\"}\")")]
    [TestCase("main.tf", "variable \"db_password\" {\n  type    = string\n  default = \"§\"\n}")]
    [TestCase("build.gradle", "keyPassword \"§\"")]
    [TestCase("README.md", "Log in with password: §.")]
    public void Password_IsFoundHoweverItIsWritten(string file, string text)
    {
        var match = SecretScanner.Scan(text.Replace(Here, Password, StringComparison.Ordinal), file).Single();
        Assert.That(match.Kind, Is.EqualTo(SecretKinds.GenericPassword));
        Assert.That(match.Span.Start, Is.EqualTo(text.IndexOf('§')));
        Assert.That(match.Span.Length, Is.EqualTo(Password.Length));
    }

    // Stand-ins and references.
    [TestCase("app.yml", "password: changeme")]
    [TestCase("app.yml", "password: <your-password>")]
    [TestCase("app.yml", "password: ${DB_PASSWORD}")]
    [TestCase("app.yml", "password: {{ db_password }}")]
    [TestCase("app.yml", "password: '%DB_PASSWORD%'")]
    [TestCase("app.yml", "password: xxxxxxxx")]
    [TestCase("app.yml", "password: '********'")]
    [TestCase("app.yml", "password: 1234567890")]
    [TestCase("app.yml", "password: abcdefgh1")]
    [TestCase("app.yml", "token: vault:secret/data/db1#token")]
    [TestCase("app.yml", "token: ${{ secrets.GITHUB_TOKEN }}")]
    [TestCase("app.yml", "valueFrom:\n  secretKeyRef:\n    name: db\n    key: password")]
    [TestCase("app.yml", "password: !vault |\n  3061323363\n")]
    [TestCase("app.json", "{ \"ApiKey\": \"@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/a1)\" }")]
    [TestCase(".env", "DB_PASSWORD=\nAPI_TOKEN=$OTHER_TOKEN1\n")]
    [TestCase("a.cs", "password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\");")]
    [TestCase("a.ts", "const token = process.env.API_TOKEN2;")]
    [TestCase("a.py", "token = os.environ['API_TOKEN2']")]
    [TestCase("a.cs", "var url = $\"https://{user}:{password1}@shop.net\";")]
    [TestCase("a.sh", "curl -u \"$USER:$PASSWORD\" https://shop.net")]
    [TestCase("a.sh", "curl -u user:password https://shop.net")]
    [TestCase("a.http", "Authorization: Bearer <token>\nAuthorization: Bearer ${TOKEN}")]
    [TestCase("README.md", "https://user:secret1@example.com/a")]
    [TestCase("docker-compose.yml", "url: postgres://postgres:postgres@localhost:5432/shop")]
    // Names of secrets, and what is about them.
    [TestCase("a.cs", "var passwordField = \"user1_password\"; var tokenType = \"Bearer1234\";")]
    [TestCase("a.ts", "export const routes = { password: 'forgot-password', token: 'access_token' };")]
    [TestCase("de.json", "{ \"password\": \"Passwort\", \"password_hint\": \"Ihr Passwort1\", \"password2\": \"Passwort*\" }")]
    [TestCase("page.ts", "const fields = { password: '#password-field', submit: '#submit' };")]
    [TestCase("a.html", "<input type=\"password\" id=\"password1\" placeholder=\"Password\">")]
    [TestCase("a.js", "const rules = { password: '^(?=.*[0-9]).{8,}$' };")]
    [TestCase("package.json", "{ \"generate-password\": \"^1.7.1\", \"jsonwebtoken\": \"^9.0.2-beta.12345\" }")]
    [TestCase("app.config", "<assemblyIdentity name=\"a\" publicKeyToken=\"b77a5c561934e089\" />")]
    [TestCase("model.json", "{ \"max_tokens\": 4096, \"eos_token\": \"<|end12|>\", \"tokenizer\": \"abc123def456\" }")]
    [TestCase("a.py", "parser.add_argument(\"--password\", \"-p\", help=\"the password1\")")]
    [TestCase("a.cs", "var keyword = \"k1e2y3w4o5r6d7\"; var passed = \"p4ss3d2x\";")]
    [TestCase("a.cs", "Call(host: h, password: dbPassword1);")]
    [TestCase("a.py", "connect(host=h, user=u, password=db_password1)")]
    // Marks without a key.
    [TestCase("a.cs", "text.StartsWith(\"-----BEGIN RSA PRIVATE KEY-----\")")]
    [TestCase("README.md", "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----")]
    public void OrdinaryText_IsLeftAlone(string file, string text) => Assert.That(SecretScanner.Scan(text, file), Is.Empty);

    [Test]
    public void Examples_AreLeftAlone()
    {
        Assert.That(SecretScanner.Scan("AKIA" + "IOSFODNN7" + "EXAMPLE", "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan("gh" + "p_" + new string('x', 36), "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan("sk_" + "live_" + "abcdefghijklmnopqrstuvwxyz", "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan("AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNO" + Chars(Base64, 74) + "==", "a.json"), Is.Empty);
        Assert.That(SecretScanner.Scan(Jwt("{\"alg\":\"HS256\"}", "{\"sub\":\"1234567890\",\"name\":\"John Doe\"}"), "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan(Jwt("{\"alg\":\"HS256\"}", "{\"role\":\"anon\"}"), "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan(Jwt("{\"alg\":\"none\"}", "{\"sub\":\"7\"}"), "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan("Basic " + Convert.ToBase64String("Aladdin:open sesame"u8), "a.txt"), Is.Empty);
    }

    [Test]
    public void PublicThings_AreLeftAlone()
    {
        Assert.That(SecretScanner.Scan(Pem("PUBLIC KEY", Der(300), "\n"), "a.pem"), Is.Empty);
        Assert.That(SecretScanner.Scan(Pem("CERTIFICATE", Der(900), "\n"), "a.crt"), Is.Empty);
        Assert.That(SecretScanner.Scan("certificate-authority-data: " + Convert.ToBase64String(Encoding.ASCII.GetBytes(Pem("CERTIFICATE", Der(900), "\n"))), "config"), Is.Empty);
        Assert.That(SecretScanner.Scan("{ \"integrity\": \"sha512-" + Bytes64(64) + "\", \"token\": \"" + Chars(Base62, 40) + "\" }", "package-lock.json"), Is.Empty);
        Assert.That(SecretScanner.Scan("<script integrity=\"sha384-" + Bytes64(48) + "\"></script>", "a.html"), Is.Empty);
        Assert.That(SecretScanner.Scan("uses: a/b@" + Chars(LowerHex, 40) + "\nid: " + Uuid(), "a.yml"), Is.Empty);
        Assert.That(SecretScanner.Scan("\"token\": \"sha256:" + Chars(LowerHex, 64) + "\"", "a.json"), Is.Empty);
        Assert.That(SecretScanner.Scan("x\0" + Checked("gh" + "p_"), "a.bin"), Is.Empty);
        Assert.That(SecretScanner.Scan(Checked("gh" + "p_"), "dist/a.min.js"), Is.Empty);
    }

    [Test]
    public void Tests_HoldOnlyWhatIsProven()
    {
        Assert.That(SecretScanner.Scan("password: hunter22", "app.yml").Single().Confidence, Is.EqualTo(Confidence.Medium));
        Assert.That(SecretScanner.Scan("password: hunter22", "tests/app.yml"), Is.Empty);
        Assert.That(SecretScanner.Scan("password: " + Password, "src/App.Tests/app.yml").Single().Confidence, Is.EqualTo(Confidence.Low));
        Assert.That(SecretScanner.Scan(Checked("gh" + "p_"), "testdata/a.txt").Single().Confidence, Is.EqualTo(Confidence.High));
        Assert.That(SecretScanner.Scan("gh" + "p_" + Chars(Base62, 36), "testdata/a.txt").Single().Confidence, Is.EqualTo(Confidence.Low));
    }

    [Test]
    public void WrongChecksum_IsLessSure()
    {
        Assert.That(SecretScanner.Scan(Checked("gh" + "p_"), "a.txt").Single().Confidence, Is.EqualTo(Confidence.High));
        Assert.That(SecretScanner.Scan("gh" + "p_" + Chars(Base62, 36), "a.txt").Single().Confidence, Is.EqualTo(Confidence.Medium));
        Assert.That(SecretScanner.Scan("gh" + "p_" + Chars(Base62, 35), "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan("gh" + "p_" + Chars(Base62, 37), "a.txt"), Is.Empty);
    }

    [Test]
    public void Checksum_IsThatOfZip() => Assert.That(Crc32.Of("123456789"), Is.EqualTo(0xCBF43926));

    [Test]
    public void KeyFromTheConsole_IsFoundWithItsSecret()
    {
        var (key, secret) = ("AK" + "IA" + Chars(Upper + "234567", 16), Chars(Base64, 40));
        var found = SecretScanner.Scan($"Access key ID,Secret access key\n{key},{secret}\n", "keys.csv").Select(match => match.Kind);
        Assert.That(found, Is.EqualTo(new[] { SecretKinds.AwsAccessKey, SecretKinds.AwsSecretKey }));
    }

    [Test]
    public void Matches_ComeInOrderAndApart()
    {
        var text = string.Join('\n', All().Select(planted => planted.Before + planted.Secret + planted.After));
        var end = 0;
        foreach (var match in SecretScanner.Scan(text, "a.txt"))
        {
            Assert.That(match.Span.Start, Is.GreaterThanOrEqualTo(end));
            end = match.Span.End;
        }

        Assert.That(end, Is.InRange(1, text.Length));
    }

    [Test]
    public void Limits_AreKept()
    {
        var token = Checked("gh" + "p_");
        var filler = new string(' ', 10_001);
        Assert.That(SecretScanner.Scan($"{filler} {token}", "a.txt"), Has.Length.EqualTo(1));
        Assert.That(SecretScanner.Scan($"{filler} password: '{Password}'", "a.yml"), Is.Empty);
        Assert.That(SecretScanner.Scan($"{filler}\npassword: '{Password}'", "a.yml"), Has.Length.EqualTo(1));
        Assert.That(SecretScanner.Scan(token + new string(' ', 4 * 1024 * 1024), "a.txt"), Is.Empty);
        Assert.That(SecretScanner.Scan("", "a.txt"), Is.Empty);
    }

    private static string Chars(string alphabet, int length) => new(new Random(length * 31 + alphabet.Length).GetItems<char>(alphabet, length));

    private static byte[] Some(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Der(int length) => [0x30, 0x82, .. Some(length)];

    private static string Bytes64(int length) => Convert.ToBase64String(Some(length));

    private static string Uuid() => new Guid(Some(16)).ToString("D");

    private static string Checked(string prefix)
    {
        var body = Chars(Base62, 30);
        return prefix + body + Crc32.InBase62(body, 6);
    }

    private static string Pem(string label, byte[] content, string lineBreak, string head = "", string tail = "")
    {
        var lines = Convert.ToBase64String(content).Chunk(64).Select(line => new string(line));
        return $"-----BEGIN {label}-----{lineBreak}{head}{string.Join(lineBreak, lines)}{tail}{lineBreak}-----END {label}-----";
    }

    private static string Jwt(string header, string payload) => $"{Url64(header)}.{Url64(payload)}.{Chars(UrlSafe, 43)}";

    private static string Url64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A secret in its surroundings.</summary>
    internal sealed record Planted(SecretKind Kind, string File, string Before, string Secret, string After)
    {
        public override string ToString() => $"{Kind.Id} in {File} after {Before.Length}, {Secret[..3]}";
    }
}
