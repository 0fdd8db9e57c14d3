using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;

namespace Glassbox.Completion.Feedback;

/// <summary>Tells of what was taken without telling what it says.</summary>
internal static class Acceptances
{
    private const char Quote = '\'';

    /// <summary>The suggestions that a change took.</summary>
    public static ImmutableArray<AcceptedSuggestion> Of(ImmutableArray<OfferOutcome> outcomes, DocumentChange change) =>
    [
        .. from outcome in outcomes
           where outcome.End == OfferEnd.Taken
           let offer = outcome.Offer!
           select new AcceptedSuggestion(
               change.Path,
               change.Version,
               outcome.Id,
               outcome.Text.Length,
               outcome.IsWhole,
               Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(outcome.Text))),
               offer.Confidence,
               offer.Provenance with { Reasons = [.. offer.Provenance.Reasons.Select(WithoutQuotes)] }),
    ];

    // Reasons quote the user's code; whoever keeps them for longer must not.
    private static string WithoutQuotes(string reason)
    {
        var first = reason.IndexOf(Quote, StringComparison.Ordinal);
        return first < 0 ? reason : $"{reason[..(first + 1)]}…{reason[Math.Max(first, reason.LastIndexOf(Quote))..]}";
    }
}
