namespace Glassbox.Analysis.Secrets;

/// <summary>What a secret opens.</summary>
/// <param name="Id">Stable, for settings and reports: "aws-access-key".</param>
/// <param name="Name">As messages say it: "AWS access key".</param>
internal sealed record SecretKind(string Id, string Name, SecretRank Rank)
{
    /// <summary>Nothing but a name beside the value tells of it.</summary>
    public bool IsGeneric => Rank == SecretRank.Generic;
}
