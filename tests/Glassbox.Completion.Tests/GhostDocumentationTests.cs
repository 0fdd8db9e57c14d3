using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

/// <summary>Ghost text in documentation comments.</summary>
public sealed class GhostDocumentationTests
{
    private const string Learned = """
        namespace App;

        public class Learned
        {
            /// <summary>Loads an order.</summary>
            /// <param name="order">The order that is meant.</param>
            /// <param name="cancellationToken">Gives up.</param>
            public void Load(Order order, CancellationToken cancellationToken) { }

            /// <summary>Keeps an order.</summary>
            /// <param name="order">The order that is meant.</param>
            /// <param name="cancellationToken">Gives up.</param>
            [Obsolete]
            public void Keep(Order order, CancellationToken cancellationToken) { }

            /// <inheritdoc cref="Order"/>
            public void One() { }

            /// <inheritdoc cref="Order"/>
            public void Two() { }

            /// <inheritdoc cref="Order"/>
            public void Three() { }
        }
        """;

    [TestCase("/// <param name=\"cancellationToken\">$0", "Gives up.</param>")]
    [TestCase("/// <param name=\"cancellationToken\">Giv$0", "es up.</param>")]
    [TestCase("/// <param name=\"cancellationToken\">$0</param>", "Gives up.")]
    [TestCase("/// <summary>Drops it.</summary>\n    /// <param name=\"order\">The order$0", " that is meant.</param>")]
    [TestCase("/// <inheritdoc $0", "cref=\"Order\"/>")]
    public async Task WhatTheWorkspaceWritesThere_IsOffered(string comment, string expected) =>
        Assert.That((await GhostAsync(comment)).Select(ghost => ghost.Insert), Is.EqualTo(new[] { expected }));

    [Test]
    public async Task ParameterThatIsNotThere_IsNotNamed()
    {
        Assert.That((await GhostAsync("/// <param name=\"$0", threshold: 0)).Select(ghost => ghost.Insert), Is.All.Not.StartWith("order\"").And.Not.Empty);
        Assert.That((await GhostAsync("/// <param name=\"cancellationToken\">Gives up.</param>\n    /// <param name=\"$0", threshold: 0)).Select(ghost => ghost.Insert), Is.All.Not.StartWith("cancellationToken"));
    }

    [Test]
    public async Task TypeThatIsNotThere_IsNotReferredTo()
    {
        var learned = Learned.Replace("cref=\"Order\"", "cref=\"Missing\"", StringComparison.Ordinal);
        Assert.That((await GhostAsync("/// <inheritdoc $0", threshold: 0, learned)).Select(ghost => ghost.Insert), Is.All.Not.Contain("Missing"));
    }

    [TestCase("/// <param name=\"cancellationToken\">$0 and more")]
    [TestCase("//// <param name=\"cancellationToken\">$0")]
    [TestCase("// <param name=\"cancellationToken\">$0")]
    public async Task WhereItDoesNotFit_NothingIsOffered(string comment) => Assert.That(await GhostAsync(comment), Is.Empty);

    [Test]
    public async Task LineOfAText_IsNoComment()
    {
        const string Comment = "/// <param name=\"cancellationToken\">";
        var quotes = new string('"', 3);
        var fixture = await Fixture.InMethod($"var text = {quotes}\n    {Comment}$0\n    {quotes};").Write("/App/Learned.cs", Learned).LearnAsync();
        Assert.That(await fixture.GhostAsync(threshold: 0), Is.Empty);
    }

    [Test]
    public async Task WhatWasDeleted_IsNotOffered()
    {
        var fixture = await At("/// <param name=\"cancellationToken\">$0").Write("/App/Learned.cs", Learned).LearnAsync();
        Assert.That(await fixture.GhostAsync(threshold: 0), Is.Not.Empty);
        var path = DocumentPath.FromFile("/App/Learned.cs");
        // The code is the same; only what is said of it is gone.
        await fixture.Write(path, Learned.Replace(">Gives up.<", "><", StringComparison.Ordinal)).LearnAsync(path);
        Assert.That((await fixture.GhostAsync(threshold: 0)).Select(ghost => ghost.Insert), Is.All.Not.Contain("Gives"));
    }

    private static async Task<IReadOnlyList<GhostText>> GhostAsync(string comment, double threshold = 0.5, string learned = Learned)
    {
        var fixture = await At(comment).Write("/App/Learned.cs", learned).LearnAsync();
        return await fixture.GhostAsync(threshold);
    }

    private static Fixture At(string comment) => new($$"""
        using System.Threading;

        namespace App;

        public class Order { }

        public class Shop
        {
            {{comment}}
            public void Drop(CancellationToken cancellationToken) { }

            /// <summary>Below.</summary>
            public void Other() { }
        }
        """);
}
