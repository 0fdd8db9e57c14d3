namespace Glassbox.Try.Tour;

/// <summary>A part of the tour. Its steps stand on each other: after one that fails the rest is left out.</summary>
internal interface IChapter
{
    /// <summary>Its heading.</summary>
    string Title { get; }

    /// <summary>Takes its steps, in order, through <see cref="Guide.StepAsync"/>.</summary>
    Task RunAsync(Guide guide);
}
