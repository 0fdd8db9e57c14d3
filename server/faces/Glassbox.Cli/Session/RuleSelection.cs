using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Session;

/// <summary>The rules that the user named.</summary>
/// <param name="Chosen">Every rule that is in effect, in order of id.</param>
/// <param name="Left">The ids of those that are not.</param>
internal sealed record RuleSelection(ImmutableArray<RuleInfo> Chosen, ImmutableArray<string> Left)
{
    private static readonly char[] Wildcards = ['*', '…', '.'];

    /// <summary>Reads <c>GB1001,GB2…</c>: ids, names, or the beginnings of ids. Nothing named means every rule.</summary>
    /// <exception cref="UsageException">A pattern names no rule.</exception>
    public static RuleSelection Of(IEnumerable<string> patterns, ImmutableArray<RuleInfo> rules)
    {
        var wanted = patterns
            .SelectMany(pattern => pattern.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        if (wanted.Count == 0) return new RuleSelection(rules, []);

        var chosen = wanted.SelectMany(pattern => Match(pattern, rules)).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return new RuleSelection(
            [.. rules.Where(rule => chosen.Contains(rule.Id))],
            [.. rules.Where(rule => !chosen.Contains(rule.Id)).Select(rule => rule.Id)]);
    }

    /// <summary>True when findings of this rule are wanted.</summary>
    public bool Includes(string ruleId) => !Left.Contains(ruleId);

    private static List<RuleInfo> Match(string pattern, ImmutableArray<RuleInfo> rules)
    {
        var start = pattern.TrimEnd(Wildcards);
        var found = rules
            .Where(rule => rule.Name.Equals(start, StringComparison.OrdinalIgnoreCase)
                || (start.Length > 0 && rule.Id.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (found.Count > 0 || start.Length == 0 && pattern.Length > 0) return found.Count > 0 ? found : [.. rules];

        var nearest = NearestName.Of(start, rules.SelectMany(rule => new[] { rule.Id, rule.Name }));
        throw new UsageException(nearest is null
            ? $"There is no rule {pattern}."
            : $"There is no rule {pattern}. Did you mean {Describe(nearest, rules)}?");
    }

    private static string Describe(string nearest, ImmutableArray<RuleInfo> rules)
    {
        var rule = rules.First(rule => rule.Id == nearest || rule.Name == nearest);
        return $"{rule.Id} ({rule.Name})";
    }
}
