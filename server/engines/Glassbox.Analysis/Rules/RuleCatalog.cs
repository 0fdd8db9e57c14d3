using System.Collections.Frozen;
using System.Collections.Immutable;
using Glassbox.Analysis.Rules.Texts;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules;

/// <summary>Every rule: what it says, and what looks for it.</summary>
internal static class RuleCatalog
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> All =
    [
        InjectionTexts.SqlInjection,
        InjectionTexts.CommandInjection,
        PathTexts.PathTraversal,
        PathTexts.OpenRedirect,
        DataTexts.XmlEntities,
        DataTexts.Deserialization,
        CryptoTexts.Credential,
        CryptoTexts.WeakHash,
        CryptoTexts.WeakCipher,
        CorrectnessTexts.NotDisposed,
        CorrectnessTexts.LoopBound,
        CorrectnessTexts.NullDereference,
        CorrectnessTexts.NotAwaited,
    ];

    public static readonly FrozenDictionary<string, RuleInfo> ById = All.ToFrozenDictionary(rule => rule.Id);

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new XmlEntityRule(), new DeserializationRule(), new CredentialRule(), new WeakHashRule(), new WeakCipherRule(),
        new DisposableRule(), new LoopBoundRule(), new NotAwaitedRule(),
    ];

    public static readonly ImmutableArray<IBodyRule> BodyRules = [new TaintRule(), new NullDereferenceRule()];
}
