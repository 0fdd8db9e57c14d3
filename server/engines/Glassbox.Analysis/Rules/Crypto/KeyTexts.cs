using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>What the rules about keys, ciphers and signatures say.</summary>
internal static class KeyTexts
{
    public static readonly RuleInfo HardCodedKey = new(
        CryptoIds.HardCodedKey, "HardCodedKey", "Key of a cipher or a signature written into the source", "Crypto", [321], Severity.Error,
        """
        Whoever has the program or its source has the key: they read what it encrypts and sign what it believes. The key is the
        same wherever the program runs, and it cannot be changed without a release.
        """,
        """
        Make the key when the program is set up (`RandomNumberGenerator.GetBytes`) and keep it in a key store, or let the data
        protection of ASP.NET Core keep it. Replace the key that was here: it must count as known.
        """,
        """
        using System.Security.Cryptography;

        public static class Seals
        {
            private static readonly byte[] SealBytes = [0x21, 0x7f, 0x0a, 0x93, 0x5c, 0xe4, 0x18, 0x6d];

            public static byte[] Of(byte[] data) => HMACSHA256.HashData(SealBytes, data);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Seals
        {
            public static byte[] Of(byte[] keyFromStore, byte[] data) => HMACSHA256.HashData(keyFromStore, data);
        }
        """);

    public static readonly RuleInfo StaticIv = new(
        CryptoIds.StaticIv, "StaticInitializationVector", "Initialization vector is the same for every message", "Crypto", [329, 1204], Severity.Warning,
        """
        With the same vector, messages that begin alike look alike when they are encrypted, so that an onlooker learns what
        repeats. With AES-GCM and ChaCha20-Poly1305 a nonce that is used twice gives the key for forging messages away.
        """,
        "Take a new random vector for each message (`GenerateIV`, `RandomNumberGenerator.GetBytes`) and send it in front. It need not be secret.",
        """
        using System.Security.Cryptography;

        public static class Letters
        {
            public static byte[] Seal(Aes aes, byte[] letter)
            {
                var iv = new byte[16];
                return aes.EncryptCbc(letter, iv);
            }
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Letters
        {
            public static byte[] Seal(Aes aes, byte[] letter)
            {
                var iv = RandomNumberGenerator.GetBytes(16);
                return [.. iv, .. aes.EncryptCbc(letter, iv)];
            }
        }
        """);

    public static readonly RuleInfo ShortKey = new(
        CryptoIds.ShortKey, "ShortKey", "Key is too short for its algorithm", "Crypto", [326], Severity.Warning,
        """
        RSA keys of 1024 bits are within reach of those who can pay for the computers, and short curves give no more strength.
        What is protected today with such a key can be read, or signed by others, tomorrow.
        """,
        "Use at least 2048 bits for RSA, 3072 for what must stay secret for years, or the curve P-256. New keys mean new certificates.",
        """
        using System.Security.Cryptography;

        public static class Keys
        {
            public static RSA Create() => RSA.Create(1024);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Keys
        {
            public static RSA Create() => RSA.Create(3072);
        }
        """);

    public static readonly RuleInfo RsaPadding = new(
        CryptoIds.RsaPadding, "RsaPadding", "RSA encryption without OAEP", "Crypto", [780], Severity.Warning,
        """
        With the padding of PKCS #1 v1.5, or with none, it is enough to learn of many messages whether they could be decrypted,
        from an error or from the time it takes, to compute the plain text of another one.
        """,
        "Use `RSAEncryptionPadding.OaepSHA256`; with `RSACryptoServiceProvider` give `true`. Both sides must change together.",
        """
        using System.Security.Cryptography;

        public static class Envelopes
        {
            public static byte[] Close(RSA key, byte[] data) => key.Encrypt(data, RSAEncryptionPadding.Pkcs1);
        }
        """,
        """
        using System.Security.Cryptography;

        public static class Envelopes
        {
            public static byte[] Close(RSA key, byte[] data) => key.Encrypt(data, RSAEncryptionPadding.OaepSHA256);
        }
        """);

    public static readonly RuleInfo WeakSignature = new(
        CryptoIds.WeakSignature, "WeakSignature", "Signature over MD5 or SHA-1", "Crypto", [328, 327], Severity.Warning,
        """
        A signature is made over the hash of a document. For MD5 and SHA-1 two documents with the same hash can be computed, so
        that a signature for the harmless one is valid for the other.
        """,
        "Use SHA-256 or better: `SignedXml.XmlDsigRSASHA256Url`, `SecurityAlgorithms.RsaSha256`, `SHA256withRSA`.",
        """
        using System.Security.Cryptography.Xml;

        public static class Invoices
        {
            public static void Prepare(SignedXml invoice) => invoice.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url;
        }
        """,
        """
        using System.Security.Cryptography.Xml;

        public static class Invoices
        {
            public static void Prepare(SignedXml invoice) => invoice.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        }
        """);
}
