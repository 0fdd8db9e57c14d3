namespace Glassbox.Bench.Scenarios;

/// <summary>What is done again and again to a loaded server. Samples of several servers are taken in turn.</summary>
internal interface IScenario
{
    /// <summary>For the progress.</summary>
    string Name { get; }

    /// <summary>How many samples of one server, for so many runs.</summary>
    int Count(int runs);

    /// <summary>Takes one sample; the number picks the place, so that all servers get the same.</summary>
    Task SampleAsync(Session session, int number);
}
