using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>The rules about keys, random values, passwords and protected connections.</summary>
internal static class CryptoRules
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> Infos =
    [
        RandomTexts.InsecureRandom,
        RandomTexts.PredictableSeed,
        KeyTexts.HardCodedKey,
        KeyTexts.StaticIv,
        PasswordTexts.ConstantSalt,
        PasswordTexts.MissingSalt,
        PasswordTexts.FewIterations,
        KeyTexts.ShortKey,
        KeyTexts.RsaPadding,
        TransportTexts.CertificateAccepted,
        TransportTexts.OldTls,
        TransportTexts.JwtNotValidated,
        TransportTexts.ClearTextTransport,
        PasswordTexts.WeakPasswordRules,
        KeyTexts.WeakSignature,
        TransportTexts.RevocationNotChecked,
        TransportTexts.AnonymousDirectory,
    ];

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new InsecureRandomRule(), new HardCodedKeyRule(), new StaticIvRule(), new ConstantSaltRule(), new MissingSaltRule(), new FewIterationsRule(),
        new ShortKeyRule(), new RsaPaddingRule(), new CertificateAcceptedRule(), new OldTlsRule(), new JwtRule(), new ClearTextRule(),
        new WeakPasswordRule(), new WeakSignatureRule(), new RevocationRule(), new AnonymousDirectoryRule(),
    ];
}
