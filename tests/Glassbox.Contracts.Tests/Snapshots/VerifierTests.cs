using Glassbox.Testing;
using VerifyNUnit;
using VerifyTests;

namespace Glassbox.Contracts.Tests.Snapshots;

/// <summary>The stand-in for Verify.NUnit keeps its promises.</summary>
public sealed class VerifierTests
{
    private static string Folder => Repository.Combine("tests", "Glassbox.Contracts.Tests", "Snapshots");

    [Test]
    public Task Text_IsComparedWithTheVerifiedFile() => Verifier.Verify("first line\r\nsecond line\n");

    [Test]
    public Task Object_IsWrittenAsATree() => Verifier.Verify(new
    {
        Name = "a \"quoted\" name",
        Missing = (string?)null,
        Empty = Array.Empty<int>(),
        Numbers = new[] { 1, 2 },
        Day = DayOfWeek.Friday,
        Inner = new { Flag = true },
    });

    [Test]
    public Task WhatDiffersBetweenRuns_IsScrubbed() => Verifier.Verify($"""
        {Repository.Combine("samples", "Shop")}
        {new Uri(Repository.Combine("samples"))}
        {Path.Combine(Path.GetTempPath(), "glassbox-xyz", "A.cs")}
        {Guid.NewGuid()}
        2026-01-02T03:04:05Z and 2027-01-02T03:04:05.123+01:00
        took 12.5 ms
        """);

    [Test]
    public async Task Scrubbers_OfTheTest_RunFirst()
    {
        var settings = new VerifySettings();
        settings.AddScrubber(text => text.Replace("secret", "hidden"));
        settings.UseDirectory("Verified");
        await Verifier.Verify("a secret", settings);
    }

    [TestCase(1)]
    [TestCase(2)]
    public Task Arguments_ArePartOfTheName(int number) => Verifier.Verify($"number {number}");

    [Test]
    public void NothingVerifiedYet_FailsAndLeavesWhatWasReceived()
    {
        var received = Path.Combine(Folder, $"{nameof(VerifierTests)}.{nameof(NothingVerifiedYet_FailsAndLeavesWhatWasReceived)}.received.txt");
        try
        {
            // With acceptance asked for this test would write its own verified file, so it cannot run then.
            Assume.That(Environment.GetEnvironmentVariable("GLASSBOX_ACCEPT"), Is.Null);
            Assert.That(() => Verifier.Verify("never verified"), Throws.TypeOf<VerifyException>().With.Message.Contains("never verified"));
            Assert.That(File.ReadAllText(received), Is.EqualTo("never verified"));
        }
        finally
        {
            File.Delete(received);
        }
    }
}
