using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>What the rules about connections, certificates and tokens say.</summary>
internal static class TransportTexts
{
    public static readonly RuleInfo CertificateAccepted = new(
        CryptoIds.CertificateAccepted, "CertificateAccepted", "Any certificate is accepted", "Crypto", [295, 297], Severity.Error,
        """
        TLS protects a connection only if the certificate proves who is at the other end. A callback that says yes to all of them
        lets anyone on the way pose as the server, read everything and change it.
        """,
        """
        Leave the check to the system. For a certificate of one's own, install the authority that issued it, or compare the
        certificate with the one that is known. Keep exceptions for development behind `IsDevelopment()`.
        """,
        """
        using System.Net.Http;

        public static class Partner
        {
            public static HttpClientHandler Connect() => new()
            {
                ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
            };
        }
        """,
        """
        using System.Net.Http;
        using System.Net.Security;

        public static class Partner
        {
            public static HttpClientHandler Connect() => new()
            {
                ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None,
            };
        }
        """);

    public static readonly RuleInfo OldTls = new(
        CryptoIds.OldTls, "OldTls", "Version of SSL or TLS that can be broken is allowed", "Crypto", [327, 326], Severity.Warning,
        """
        SSL 2 and 3, TLS 1.0 and TLS 1.1 have known weaknesses, and were withdrawn. An attacker on the way can make both ends
        choose the weakest version that both allow.
        """,
        "Leave the choice to the system (`SslProtocols.None`, `SecurityProtocolType.SystemDefault`), or allow TLS 1.2 and 1.3 only.",
        """
        using System.Net.Security;
        using System.Security.Authentication;

        public static class Partner
        {
            public static SslClientAuthenticationOptions For(string host) => new()
            {
                TargetHost = host,
                EnabledSslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12,
            };
        }
        """,
        """
        using System.Net.Security;
        using System.Security.Authentication;

        public static class Partner
        {
            public static SslClientAuthenticationOptions For(string host) => new()
            {
                TargetHost = host,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            };
        }
        """);

    public static readonly RuleInfo JwtNotValidated = new(
        CryptoIds.JwtNotValidated, "JwtNotValidated", "Token is believed without a check", "Crypto", [347, 345], Severity.Warning,
        """
        A token is text that the caller brings along. Without the check of its signature anyone can write one; without the checks
        of issuer, audience and lifetime one that was made for another program, or long ago, still opens the door.
        """,
        "Leave the checks on and name what they compare with: `ValidIssuer`, `ValidAudience`, `IssuerSigningKey`.",
        """
        using Microsoft.IdentityModel.Tokens;

        namespace Shop
        {
            public static class Visitors
            {
                public static TokenValidationParameters Checks() => new() { RequireSignedTokens = false };
            }
        }

        namespace Microsoft.IdentityModel.Tokens
        {
            // Stands for the class of the package.
            public class TokenValidationParameters
            {
                public bool RequireSignedTokens { get; set; } = true;
            }
        }
        """,
        """
        using Microsoft.IdentityModel.Tokens;

        namespace Shop
        {
            public static class Visitors
            {
                public static TokenValidationParameters Checks() => new() { ValidIssuer = "shop" };
            }
        }

        namespace Microsoft.IdentityModel.Tokens
        {
            // Stands for the class of the package.
            public class TokenValidationParameters
            {
                public bool RequireSignedTokens { get; set; } = true;

                public string? ValidIssuer { get; set; }
            }
        }
        """);

    public static readonly RuleInfo ClearTextTransport = new(
        CryptoIds.ClearTextTransport, "ClearTextTransport", "Data goes over the network in clear text", "Crypto", [319], Severity.Warning,
        """
        Everyone on the way can read what is sent and change what comes back: the owner of the wireless network, the provider,
        whoever sits in the same building. Passwords and tokens that went this way are known.
        """,
        "Use `https://`, FTP and SMTP with TLS, and LDAP with TLS. Redirecting from HTTP comes too late: the request was already read.",
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Rates
        {
            public static Task<string> LatestAsync(HttpClient client) => client.GetStringAsync("http://rates.bank.eu/latest");
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Rates
        {
            public static Task<string> LatestAsync(HttpClient client) => client.GetStringAsync("https://rates.bank.eu/latest");
        }
        """);

    public static readonly RuleInfo RevocationNotChecked = new(
        CryptoIds.RevocationNotChecked, "RevocationNotChecked", "Revoked certificates are accepted", "Crypto", [299], Severity.Information,
        """
        A certificate whose key was stolen is revoked by its authority, and stays valid by its dates. Who does not ask for
        revocations keeps believing whoever holds the stolen key.
        """,
        "Leave `RevocationMode` at `Online`, or at `Offline` where the lists are brought along.",
        """
        using System.Security.Cryptography.X509Certificates;

        public static class Partners
        {
            public static void Configure(X509Chain chain) => chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        }
        """,
        """
        using System.Security.Cryptography.X509Certificates;

        public static class Partners
        {
            public static void Configure(X509Chain chain) => chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        }
        """);

    public static readonly RuleInfo AnonymousDirectory = new(
        CryptoIds.AnonymousDirectory, "AnonymousDirectory", "Directory is asked without a login", "Crypto", [287, 306], Severity.Warning,
        """
        A directory that answers everyone tells everyone who works where and with which rights. A program that asks without a login
        also cannot be told from any other, and an empty password taken for a login lets strangers in.
        """,
        "Log in with an account of the program's own, over TLS, and let the directory refuse the rest.",
        """
        using System.DirectoryServices.Protocols;

        namespace Shop
        {
            public static class Staff
            {
                public static void Open(LdapConnection directory) => directory.AuthType = AuthType.Anonymous;
            }
        }

        namespace System.DirectoryServices.Protocols
        {
            // These stand for the types of the package.
            public enum AuthType { Anonymous, Negotiate }

            public class LdapConnection
            {
                public AuthType AuthType { get; set; }
            }
        }
        """,
        """
        using System.DirectoryServices.Protocols;

        namespace Shop
        {
            public static class Staff
            {
                public static void Open(LdapConnection directory) => directory.AuthType = AuthType.Negotiate;
            }
        }

        namespace System.DirectoryServices.Protocols
        {
            // These stand for the types of the package.
            public enum AuthType { Anonymous, Negotiate }

            public class LdapConnection
            {
                public AuthType AuthType { get; set; }
            }
        }
        """);
}
