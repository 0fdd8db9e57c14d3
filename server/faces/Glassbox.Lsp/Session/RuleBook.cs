using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;

namespace Glassbox.Lsp.Session;

/// <summary>The core's rules, asked for once.</summary>
internal sealed class RuleBook
{
    private ImmutableDictionary<string, RuleInfo> rules = ImmutableDictionary<string, RuleInfo>.Empty;

    /// <summary>A rule, or null while they are not known.</summary>
    public RuleInfo? Find(string id) => rules.GetValueOrDefault(id);

    /// <summary>The ids of all rules, as far as they are known.</summary>
    public IEnumerable<string> Ids => rules.Keys;

    /// <summary>Asks for the rules unless they are known.</summary>
    public async Task LoadAsync(ICore core, CancellationToken cancellationToken)
    {
        if (!rules.IsEmpty) return;
        rules = (await core.ListRulesAsync(cancellationToken)).ToImmutableDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase);
    }
}
