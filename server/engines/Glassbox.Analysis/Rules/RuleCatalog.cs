using System.Collections.Frozen;
using System.Collections.Immutable;
using Glassbox.Analysis.Rules.Async;
using Glassbox.Analysis.Rules.Concurrency;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Analysis.Rules.Crypto;
using Glassbox.Analysis.Rules.Texts;
using Glassbox.Analysis.Rules.Web;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules;

/// <summary>Every rule: what it says, and what looks for it.</summary>
internal static class RuleCatalog
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> All =
    [
        .. ((RuleInfo[])
        [
            InjectionTexts.SqlInjection,
            InjectionTexts.CommandInjection,
            PathTexts.PathTraversal,
            PathTexts.OpenRedirect,
            DataTexts.XmlEntities,
            DataTexts.Deserialization,
            QueryTexts.LdapInjection,
            QueryTexts.XPathInjection,
            WebTexts.CrossSiteScripting,
            CodeTexts.CodeInjection,
            ExposureTexts.LogForging,
            WebTexts.HeaderInjection,
            WebTexts.ServerSideRequestForgery,
            QueryTexts.XmlInjection,
            CodeTexts.UnsafeReflection,
            ResourceTexts.RegexInjection,
            ResourceTexts.FormatString,
            ResourceTexts.UncontrolledSize,
            QueryTexts.XsltInjection,
            CodeTexts.UntrustedLibrary,
            ResourceTexts.ExternalConfiguration,
            WebTexts.TrustBoundary,
            WebTexts.MailInjection,
            QueryTexts.NoSqlInjection,
            QueryTexts.ExpressionInjection,
            CodeTexts.UntrustedDeserialization,
            ResourceTexts.UncontrolledHost,
            WebTexts.UnrestrictedUpload,
            NumberTexts.UncheckedIndex,
            NumberTexts.IntegerOverflow,
            NumberTexts.DivisionByInput,
            ResourceTexts.UncontrolledIterations,
            CryptoTexts.Credential,
            CryptoTexts.WeakHash,
            CryptoTexts.WeakCipher,
            ExposureTexts.SecretInLog,
            ExposureTexts.ErrorDetailsExposed,
            ExposureTexts.SecretInClearText,
            CorrectnessTexts.NotDisposed,
            CorrectnessTexts.LoopBound,
            CorrectnessTexts.NullDereference,
            CorrectnessTexts.NotAwaited,
        ])
        .Concat(CryptoRules.Infos).Concat(WebRules.Infos).Concat(AsyncRules.Infos).Concat(ConcurrencyRules.Infos).Concat(CorrectnessRules.Infos)
        .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static readonly FrozenDictionary<string, RuleInfo> ById = All.ToFrozenDictionary(rule => rule.Id);

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new XmlEntityRule(), new DeserializationRule(), new CredentialRule(), new WeakHashRule(), new WeakCipherRule(),
        new DisposableRule(), new LoopBoundRule(), new NotAwaitedRule(),
        .. CryptoRules.NodeRules, .. WebRules.NodeRules, .. AsyncRules.NodeRules, .. ConcurrencyRules.NodeRules, .. CorrectnessRules.NodeRules,
    ];

    public static readonly ImmutableArray<IBodyRule> BodyRules = [new NullDereferenceRule()];
}
