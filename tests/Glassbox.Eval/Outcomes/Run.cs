namespace Glassbox.Eval.Outcomes;

/// <summary>What outcomes belong together: one row of the table.</summary>
/// <param name="Way">In process or stdio.</param>
/// <param name="Checkout">The name of its folder.</param>
/// <param name="Task">What is taken away.</param>
/// <param name="Choice">Seed, number of files and of places: another choice is another run.</param>
internal sealed record Run(string Way, string Checkout, string Task, string Choice)
{
    /// <summary>The engine, in this process.</summary>
    public const string InProcess = "in process";

    /// <summary>The published server.</summary>
    public const string Stdio = "stdio";
}
