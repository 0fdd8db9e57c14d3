namespace Glassbox.Completion.Corpus.Choice;

/// <summary>A token that may come next.</summary>
/// <param name="Token">The token, as it was mostly written.</param>
/// <param name="Votes">Its share where every place votes with its weight.</param>
/// <param name="Levels">Its share where places that agree further correct those that agree less far.</param>
/// <param name="Best">The larger share of the spellings that were added up: with and without a space before it.</param>
internal readonly record struct NextToken(int Token, double Votes, double Levels, double Best)
{
    /// <summary>The mean of both shares.</summary>
    public double Share => (Votes + Levels) / 2;
}
