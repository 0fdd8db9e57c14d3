namespace Glassbox.Analysis.Tests;

public sealed class CryptoRuleTests
{
    private const string Crypto = "System.Security.Cryptography.";
    private const string Certificates = Crypto + "X509Certificates.";
    private const string Aes = "using var aes = " + Crypto + "Aes.Create(); ";
    private const string Utf8 = "System.Text.Encoding.UTF8.GetBytes";
    private const string Derive = "var made = " + Crypto + "Rfc2898DeriveBytes.Pbkdf2(input, ";
    private const string Sha256 = Crypto + "HashAlgorithmName.SHA256";
    private const string Signed = "var x = new " + Crypto + "Xml.SignedXml(); ";
    private const string Client = "using var client = new System.Net.Http.HttpClient(); ";

    [TestCase("GB2010", "var resetToken = new Random().Next(1000000).ToString();")]
    [TestCase("GB2010", "var salt = new byte[16]; Random.Shared.NextBytes(salt);")]
    [TestCase("GB2010", "var key = new byte[32]; new Random().NextBytes(key);")]
    [TestCase("GB2010", "var text = new System.Text.StringBuilder(); foreach (var i in Enumerable.Range(0, 6)) text.Append(Random.Shared.Next(10)); var otp = text.ToString();")]
    [TestCase("GB2010", "string Letters(int n) { var made = new char[n]; for (var i = 0; i < n; i++) made[i] = (char)('a' + Random.Shared.Next(26)); return new string(made); } var password = Letters(12);")]
    [TestCase("GB2010", "const string All = \"abc\"; var password = new string(Enumerable.Range(0, 9).Select(i => All[Random.Shared.Next(3)]).ToArray());")]
    [TestCase("GB2010", "var pin = $\"{Random.Shared.Next(10)}{Random.Shared.Next(10)}\";")]
    [TestCase("GB2011", "var random = new Random(42); var token = random.Next();")]
    [TestCase("GB2011", "var random = new Random(Environment.TickCount); var pin = random.Next(10000);")]
    [TestCase("GB2011", "const int Seed = 7; var otp = new Random(Seed).Next();")]
    [TestCase("GB2012", Aes + "aes.Key = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };")]
    [TestCase("GB2012", "var bytes = " + Utf8 + "(\"north by northwest\"); using var hmac = new " + Crypto + "HMACSHA256(bytes);")]
    [TestCase("GB2012", "var mac = " + Crypto + "HMACSHA256.HashData(new byte[] { 9, 8, 7, 6 }, new byte[] { 1 });")]
    [TestCase("GB2012", "const string Phrase = \"correct horse\"; using var made = new " + Crypto + "Rfc2898DeriveBytes(Phrase, " + Crypto + "RandomNumberGenerator.GetBytes(16), 600000, " + Sha256 + ");")]
    [TestCase("GB2012", "byte[] bytes = { 4, 8, 15, 16, 23, 42 }; " + Aes + "using var one = aes.CreateEncryptor(bytes, aes.IV); using var other = aes.CreateDecryptor(bytes, aes.IV);")]
    [TestCase("GB2013", Aes + "aes.IV = new byte[16];")]
    [TestCase("GB2013", Aes + "aes.IV = " + Utf8 + "(\"1234567890123456\");")]
    [TestCase("GB2013", Aes + "aes.IV = aes.Key;")]
    [TestCase("GB2013", Aes + "var iv = new byte[16]; var made = aes.EncryptCbc(new byte[4], iv);")]
    [TestCase("GB2013", "var nonce = new byte[12]; using var gcm = new " + Crypto + "AesGcm(" + Crypto + "RandomNumberGenerator.GetBytes(32), 16); gcm.Encrypt(nonce, new byte[4], new byte[4], new byte[16]);")]
    [TestCase("GB2014", "void Hash(string input) { " + Derive + "new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 600000, " + Sha256 + ", 32); } Hash(\"\");")]
    [TestCase("GB2014", "void Hash(string input) { var grains = " + Utf8 + "(\"sodium chloride\"); " + Derive + "grains, 600000, " + Sha256 + ", 32); } Hash(\"\");")]
    [TestCase("GB2014", "void Hash(string input) { var salt = new byte[16]; " + Derive + "salt, 600000, " + Sha256 + ", 32); } Hash(\"\");")]
    [TestCase("GB2015", "void Hash(string password) { var made = " + Crypto + "SHA256.HashData(" + Utf8 + "(password)); } Hash(\"\");")]
    [TestCase("GB2015", "void Hash(string userPassword) { using var sha = " + Crypto + "SHA512.Create(); var made = sha.ComputeHash(" + Utf8 + "(userPassword)); } Hash(\"\");")]
    [TestCase("GB2015", "void Hash(string pwd) { var bytes = " + Utf8 + "(pwd); var made = " + Crypto + "SHA256.HashData(bytes); } Hash(\"\");")]
    [TestCase("GB2016", "void Hash(string input, byte[] salt) { " + Derive + "salt, 10000, " + Sha256 + ", 32); } Hash(\"\", []);")]
    [TestCase("GB2016", "void Hash(string input, byte[] salt) { const int Rounds = 1000; " + Derive + "salt, Rounds, " + Sha256 + ", 32); } Hash(\"\", []);")]
    [TestCase("GB2016", "void Hash(string input, byte[] salt) { using var made = new " + Crypto + "Rfc2898DeriveBytes(input, salt); } Hash(\"\", []);")]
    [TestCase("GB2016", "var options = new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 5000 };")]
    [TestCase("GB2017", "using var rsa = " + Crypto + "RSA.Create(1024);")]
    [TestCase("GB2017", "using var rsa = new " + Crypto + "RSACryptoServiceProvider(512);")]
    [TestCase("GB2017", "const int Bits = 1024; using var rsa = " + Crypto + "RSA.Create(); rsa.KeySize = Bits;")]
    [TestCase("GB2017", "var curve = " + Crypto + "ECCurve.CreateFromFriendlyName(\"secp160r1\");")]
    [TestCase("GB2017", "using var ec = " + Crypto + "ECDsa.Create(" + Crypto + "ECCurve.NamedCurves.brainpoolP160r1);")]
    [TestCase("GB2018", "using var rsa = new " + Crypto + "RSACryptoServiceProvider(2048); var made = rsa.Encrypt(new byte[1], false);")]
    [TestCase("GB2018", "const bool Oaep = false; using var rsa = new " + Crypto + "RSACryptoServiceProvider(2048); var made = rsa.Decrypt(new byte[1], Oaep);")]
    [TestCase("GB2018", "var padding = " + Crypto + "RSAEncryptionPadding.Pkcs1; using var rsa = " + Crypto + "RSA.Create(2048); var made = rsa.Decrypt(new byte[1], padding);")]
    [TestCase("GB2018", "using var rsa = " + Crypto + "RSA.Create(2048); var formatter = new " + Crypto + "RSAPKCS1KeyExchangeFormatter(rsa);")]
    [TestCase("GB2019", "using var handler = new System.Net.Http.HttpClientHandler(); handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [TestCase("GB2019", "System.Net.ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };")]
    [TestCase("GB2019", "using var handler = new System.Net.Http.HttpClientHandler { ServerCertificateCustomValidationCallback = System.Net.Http.HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };")]
    [TestCase("GB2019", "using var secure = new System.Net.Security.SslStream(Stream.Null, false, new System.Net.Security.RemoteCertificateValidationCallback((a, b, c, errors) => { Console.Write(errors); return true; }));")]
    [TestCase("GB2020", "System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls | System.Net.SecurityProtocolType.Tls12;")]
    [TestCase("GB2020", "System.Net.ServicePointManager.SecurityProtocol |= System.Net.SecurityProtocolType.Tls11;")]
    [TestCase("GB2020", "var old = System.Security.Authentication.SslProtocols.Ssl3; var options = new System.Net.Security.SslClientAuthenticationOptions { EnabledSslProtocols = old };")]
    [TestCase("GB2024", Client + "var text = await client.GetStringAsync(\"http://rates.bank.eu/latest\");")]
    [TestCase("GB2024", "const string Address = \"http://rates.bank.eu\"; using var client = new System.Net.Http.HttpClient { BaseAddress = new Uri(Address) };")]
    [TestCase("GB2024", "var id = Environment.ProcessId; " + Client + "var text = await client.GetStringAsync($\"http://rates.bank.eu/{id}\");")]
    [TestCase("GB2024", "using var mail = new System.Net.Mail.SmtpClient(\"mail.shop.eu\"); mail.Credentials = System.Net.CredentialCache.DefaultNetworkCredentials; mail.EnableSsl = false;")]
    [TestCase("GB2026", "var options = new Microsoft.AspNetCore.Identity.IdentityOptions(); options.Password.RequiredLength = 6;")]
    [TestCase("GB2026", "var options = new Microsoft.AspNetCore.Identity.PasswordOptions { RequiredLength = 4 };")]
    [TestCase("GB2026", "const int Shortest = 5; var options = new Microsoft.AspNetCore.Identity.IdentityOptions(); options.Password.RequiredLength = Shortest;")]
    [TestCase("GB2028", Signed + "x.SignedInfo!.SignatureMethod = " + Crypto + "Xml.SignedXml.XmlDsigRSASHA1Url;")]
    [TestCase("GB2028", Signed + "x.SignedInfo!.SignatureMethod = \"http://www.w3.org/2000/09/xmldsig#rsa-sha1\";")]
    [TestCase("GB2028", "const string Method = \"http://www.w3.org/2000/09/xmldsig#rsa-sha1\"; " + Signed + "x.SignedInfo!.SignatureMethod = Method;")]
    [TestCase("GB2029", "using var chain = new " + Certificates + "X509Chain(); chain.ChainPolicy.RevocationMode = " + Certificates + "X509RevocationMode.NoCheck;")]
    [TestCase("GB2029", "var policy = new " + Certificates + "X509ChainPolicy { RevocationMode = " + Certificates + "X509RevocationMode.NoCheck };")]
    [TestCase("GB2029", "var mode = " + Certificates + "X509RevocationMode.NoCheck; var policy = new " + Certificates + "X509ChainPolicy { RevocationMode = mode };")]
    public async Task Mistake_IsFoundOnce(string rule, string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("var delay = Random.Shared.Next(100); await Task.Delay(delay);")]
    [TestCase("var token = Convert.ToHexString(" + Crypto + "RandomNumberGenerator.GetBytes(16));")]
    [TestCase("var tokens = new[] { \"a\", \"b\" }; var token = tokens[Random.Shared.Next(tokens.Length)];")]
    [TestCase("var passwordLength = new Random().Next(8, 12);")]
    [TestCase("var dice = new Random(42).Next(6); var status = new Random().Next(200, 500);")]
    [TestCase("void Use(byte[] key) { using var hmac = new " + Crypto + "HMACSHA256(key); } Use([]);")]
    [TestCase(Aes + "var key = new byte[32]; " + Crypto + "RandomNumberGenerator.Fill(key); aes.Key = key;")]
    [TestCase(Aes + "var key = Convert.FromBase64String(Environment.GetEnvironmentVariable(\"K\")!); aes.Key = key;")]
    [TestCase(Aes + "var key = new byte[32]; for (var i = 0; i < key.Length; i++) key[i] = (byte)Environment.ProcessId; aes.Key = key;")]
    [TestCase(Aes + "aes.GenerateIV(); using var made = aes.CreateEncryptor(aes.Key, aes.IV);")]
    [TestCase(Aes + "aes.IV = new byte[16]; using var opened = aes.CreateDecryptor();")]
    [TestCase(Aes + "var iv = new byte[16]; Array.Copy(new byte[32], 0, iv, 0, 16); var made = aes.EncryptCbc(new byte[4], iv);")]
    [TestCase("var nonce = new byte[12]; " + Crypto + "RandomNumberGenerator.Fill(nonce); using var gcm = new " + Crypto + "AesGcm(" + Crypto + "RandomNumberGenerator.GetBytes(32), 16); gcm.Encrypt(nonce, new byte[4], new byte[4], new byte[16]);")]
    [TestCase("void Hash(string input) { var salt = " + Crypto + "RandomNumberGenerator.GetBytes(16); " + Derive + "salt, 600000, " + Sha256 + ", 32); } Hash(\"\");")]
    [TestCase("void Hash(string password, string salt) { var made = " + Crypto + "SHA256.HashData(" + Utf8 + "(salt + password)); } Hash(\"\", \"\");")]
    [TestCase("void Hash(string document, string passwordHash) { var made = " + Crypto + "SHA256.HashData(" + Utf8 + "(document)); var other = " + Crypto + "SHA256.HashData(" + Utf8 + "(passwordHash)); } Hash(\"\", \"\");")]
    [TestCase("void Hash(string input, byte[] salt, int rounds) { " + Derive + "salt, rounds, " + Sha256 + ", 32); } Hash(\"\", [], 600000);")]
    [TestCase("using var rsa = " + Crypto + "RSA.Create(3072); using var other = " + Crypto + "RSA.Create(); other.KeySize = 2048;")]
    [TestCase(Aes + "aes.KeySize = 256; using var ec = " + Crypto + "ECDsa.Create(" + Crypto + "ECCurve.NamedCurves.nistP256);")]
    [TestCase("using var rsa = new " + Crypto + "RSACryptoServiceProvider(2048); var made = rsa.Encrypt(new byte[1], true);")]
    [TestCase("void Use(" + Crypto + "RSAEncryptionPadding padding) { if (padding == " + Crypto + "RSAEncryptionPadding.Pkcs1) return; Console.Write(padding); } Use(" + Crypto + "RSAEncryptionPadding.OaepSHA256);")]
    [TestCase("using var handler = new System.Net.Http.HttpClientHandler(); handler.ServerCertificateCustomValidationCallback = (a, b, c, errors) => errors == System.Net.Security.SslPolicyErrors.None;")]
    [TestCase("using var handler = new System.Net.Http.HttpClientHandler(); handler.ServerCertificateCustomValidationCallback = (a, b, c, errors) => { if (b is null) return false; return true; };")]
    [TestCase("System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls12 | System.Net.SecurityProtocolType.Tls13;")]
    [TestCase("System.Net.ServicePointManager.SecurityProtocol &= ~System.Net.SecurityProtocolType.Tls11;")]
    [TestCase("void Log(System.Security.Authentication.SslProtocols used) { if (used == System.Security.Authentication.SslProtocols.Tls11) Console.Write(1); } Log(System.Security.Authentication.SslProtocols.None);")]
    [TestCase(Client + "var text = await client.GetStringAsync(\"https://rates.bank.eu/latest\");")]
    [TestCase(Client + "var text = await client.GetStringAsync(\"http://localhost:5000/\"); var other = await client.GetStringAsync(\"http://catalog/items\");")]
    [TestCase("var space = System.Xml.Linq.XNamespace.Get(\"http://books.shop.eu/schema\");")]
    [TestCase("using var mail = new System.Net.Mail.SmtpClient(\"mail.shop.eu\"); mail.Credentials = System.Net.CredentialCache.DefaultNetworkCredentials; mail.EnableSsl = true;")]
    [TestCase("var options = new Microsoft.AspNetCore.Identity.IdentityOptions(); options.Password.RequiredLength = 8;")]
    [TestCase(Signed + "x.SignedInfo!.SignatureMethod = " + Crypto + "Xml.SignedXml.XmlDsigRSASHA256Url;")]
    [TestCase(Signed + "if (x.SignedInfo!.SignatureMethod == " + Crypto + "Xml.SignedXml.XmlDsigRSASHA1Url) throw new InvalidOperationException();")]
    [TestCase("using var chain = new " + Certificates + "X509Chain(); chain.ChainPolicy.RevocationMode = " + Certificates + "X509RevocationMode.Online;")]
    [TestCase("using var chain = new " + Certificates + "X509Chain(); chain.ChainPolicy.TrustMode = " + Certificates + "X509ChainTrustMode.CustomRootTrust; chain.ChainPolicy.RevocationMode = " + Certificates + "X509RevocationMode.NoCheck;")]
    public async Task GoodCode_IsLeftAlone(string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("GB2010", """
        public sealed class Phone
        {
            public int SendVerification()
            {
                var code = Random.Shared.Next(100000, 999999);
                return code;
            }
        }
        """)]
    [TestCase("GB2012", """
        using System.Security.Cryptography;
        public static class Vault
        {
            private static readonly byte[] Master = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3 };
            public static AesGcm Open() => new(Master, 16);
            public static AesGcm OpenAgain() => new(Master, 16);
        }
        """)]
    [TestCase("GB2014", """
        using System.Security.Cryptography;
        public sealed class Accounts
        {
            private readonly byte[] grains = new byte[8];
            public byte[] Hash(string input) => Rfc2898DeriveBytes.Pbkdf2(input, grains, 600_000, HashAlgorithmName.SHA512, 32);
        }
        """)]
    [TestCase("GB2019", """
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        public static class Partner
        {
            public static SslStream Open(Stream stream) => new(stream, false, Accept);
            private static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
            {
                Console.Write(errors);
                return true;
            }
        }
        """)]
    [TestCase("GB2020", """
        using System.Security.Authentication;
        public static class Partner
        {
            public static SslProtocols Allowed() => SslProtocols.Tls11 | SslProtocols.Tls12;
        }
        """)]
    public async Task MistakeInADocument_IsFoundOnce(string rule, string document)
    {
        var code = Code.Of(document);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("""
        using Microsoft.Extensions.Hosting;
        public static class Partner
        {
            public static void Configure(System.Net.Http.HttpClientHandler handler, IHostEnvironment environment)
            {
                if (environment.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;
            }
        }
        """)]
    [TestCase("""
        public sealed class Deck(Random random)
        {
            public int Draw() => random.Next(52);
            public string Color() => new[] { "red", "black" }[random.Next(2)];
        }
        """)]
    [TestCase("""
        using System.Security.Cryptography;
        public sealed class Vault(byte[] key)
        {
            private readonly byte[] key = key;
            public byte[] Mac(byte[] data) => HMACSHA256.HashData(key, data);
        }
        """)]
    public async Task GoodDocument_IsLeftAlone(string document)
    {
        var code = Code.Of(document);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("GB2011", "using Org.BouncyCastle.Security; static class A { static void M() { SecureRandom random = SecureRandom.GetInstance(\"SHA1PRNG\", false); random.SetSeed(42L); } }")]
    [TestCase("GB2012", "using Microsoft.IdentityModel.Tokens; static class A { static object M() => new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(\"north by northwest\")); }")]
    [TestCase("GB2016", "static class A { static string M(string input) => BCrypt.Net.BCrypt.HashPassword(input, workFactor: 6); }")]
    [TestCase("GB2022", "using Microsoft.IdentityModel.Tokens; static class A { static object M() => new TokenValidationParameters { ValidateIssuer = false, ValidateAudience = false }; }")]
    [TestCase("GB2022", "using Microsoft.IdentityModel.Tokens; static class A { static object M() { var checks = new TokenValidationParameters(); checks.RequireSignedTokens = false; return checks; } }")]
    [TestCase("GB2022", "using Microsoft.IdentityModel.Tokens; static class A { const bool Off = false; static object M() => new TokenValidationParameters { ValidateLifetime = Off }; }")]
    [TestCase("GB2022", "using Microsoft.IdentityModel.Tokens; static class A { static object M() => new TokenValidationParameters { SignatureValidator = (text, checks) => new JwtSecurityToken(text) }; }")]
    [TestCase("GB2022", "using JWT.Builder; static class A { static string M(string text) => JwtBuilder.Create().DoNotVerifySignature().Decode(text); }")]
    [TestCase("GB2024", "static class A { static void M(JwtBearerOptions options) => options.RequireHttpsMetadata = false; }")]
    [TestCase("GB2026", "using Microsoft.AspNet.Identity; static class A { static object M() => new PasswordValidator { RequiredLength = 6 }; }")]
    [TestCase("GB2030", "using System.DirectoryServices.Protocols; static class A { static void M(LdapConnection directory) => directory.AuthType = AuthType.Anonymous; }")]
    [TestCase("GB2030", "using System.DirectoryServices; static class A { static object M() => new DirectoryEntry(\"LDAP://ldap.shop.eu\", null, null, AuthenticationTypes.Anonymous); }")]
    [TestCase("GB2030", "using System.DirectoryServices; static class A { static object M() { var kind = AuthenticationTypes.Anonymous; return new DirectoryEntry(\"LDAP://ldap.shop.eu\", null, null, kind); } }")]
    public async Task MistakeWithAMissingPackage_IsFoundOnce(string rule, string document) =>
        Assert.That((await Code.Of(document).FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));

    [TestCase("using Org.BouncyCastle.Security; static class A { static void M() { SecureRandom random = new SecureRandom(); random.SetSeed(42L); } }")]
    [TestCase("static class A { static string M(string input) => BCrypt.Net.BCrypt.HashPassword(input, workFactor: 12); }")]
    [TestCase("using Microsoft.IdentityModel.Tokens; static class A { static object M() => new TokenValidationParameters { ValidateIssuer = true, RequireSignedTokens = true }; }")]
    [TestCase("using Microsoft.IdentityModel.Tokens; static class A { static object ReadExpiredTicket() => new TokenValidationParameters { ValidateLifetime = false }; }")]
    [TestCase("using Microsoft.IdentityModel.Tokens; static class A { static object M(bool strict) => new TokenValidationParameters { ValidateIssuer = strict }; }")]
    [TestCase("static class A { static void M(JwtBearerOptions options, IHostEnvironment environment) => options.RequireHttpsMetadata = !environment.IsDevelopment(); }")]
    [TestCase("using System.DirectoryServices.Protocols; static class A { static void M(LdapConnection directory) => directory.AuthType = AuthType.Negotiate; }")]
    public async Task GoodCodeWithAMissingPackage_IsLeftAlone(string document) =>
        Assert.That(await Code.Of(document).FindingsAsync(), Is.Empty);

    [TestCase("GB2010", "static class A { static int M() { var token = new Random().Next(); return token; } }")]
    [TestCase("GB2019", "class A { void M(HttpClientHandler handler) { handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; } }")]
    public async Task MistakeWithoutReferences_IsFound(string rule, string document) =>
        Assert.That((await Code.Unresolved(document).FindingsAsync()).Select(finding => finding.RuleId), Does.Contain(rule));

    [Test]
    public async Task KeyThatIsACredential_IsFoundAsOneOnly()
    {
        var findings = await Code.Of(PatternRuleTests.Method("var encryptionKey = \"k8Jx2mQ9vL4pR7wz\"; using var hmac = new " + Crypto + "HMACSHA256(" + Utf8 + "(encryptionKey));")).FindingsAsync();
        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB2001" }));
    }
}
