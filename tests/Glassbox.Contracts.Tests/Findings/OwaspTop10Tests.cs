using Glassbox.Contracts.Findings;

namespace Glassbox.Contracts.Tests.Findings;

public sealed class OwaspTop10Tests
{
    private const int HighestNumber = 2000;

    // How many weaknesses each page says that it maps. A number in two categories of a year would be refused when it is read.
    private static readonly Dictionary<string, int> Stated2021 = new()
    {
        ["A01"] = 34, ["A02"] = 29, ["A03"] = 33, ["A04"] = 40, ["A05"] = 20,
        ["A06"] = 3, ["A07"] = 22, ["A08"] = 10, ["A09"] = 4, ["A10"] = 1,
    };

    private static readonly Dictionary<string, int> Stated2025 = new()
    {
        ["A01"] = 40, ["A02"] = 16, ["A03"] = 6, ["A04"] = 32, ["A05"] = 37,
        ["A06"] = 39, ["A07"] = 36, ["A08"] = 14, ["A09"] = 5, ["A10"] = 24,
    };

    [TestCase(89, "A03:2021 Injection", "A05:2025 Injection")]
    [TestCase(22, "A01:2021 Broken Access Control", "A01:2025 Broken Access Control")]
    [TestCase(327, "A02:2021 Cryptographic Failures", "A04:2025 Cryptographic Failures")]
    [TestCase(502, "A08:2021 Software and Data Integrity Failures", "A08:2025 Software or Data Integrity Failures")]
    [TestCase(798, "A07:2021 Identification and Authentication Failures", "A07:2025 Authentication Failures")]
    [TestCase(532, "A09:2021 Security Logging and Monitoring Failures", "A09:2025 Security Logging and Alerting Failures")]
    public void SameRisk_IsInTheCategoryOfEachYear(int cwe, string in2021, string in2025)
    {
        Assert.Multiple(() =>
        {
            Assert.That(OwaspTop10.Category2021(cwe), Is.EqualTo(in2021));
            Assert.That(OwaspTop10.Category2025(cwe), Is.EqualTo(in2025));
        });
    }

    [TestCase(918, "A10:2021 Server-Side Request Forgery (SSRF)", "A01:2025 Broken Access Control")]
    [TestCase(209, "A04:2021 Insecure Design", "A10:2025 Mishandling of Exceptional Conditions")]
    [TestCase(1104, "A06:2021 Vulnerable and Outdated Components", "A03:2025 Software Supply Chain Failures")]
    public void MovedRisk_IsInAnotherCategoryIn2025(int cwe, string in2021, string in2025)
    {
        Assert.Multiple(() =>
        {
            Assert.That(OwaspTop10.Category2021(cwe), Is.EqualTo(in2021));
            Assert.That(OwaspTop10.Category2025(cwe), Is.EqualTo(in2025));
        });
    }

    [Test]
    public void RiskThatCameIn2025_HasNoCategoryBefore()
    {
        Assert.Multiple(() =>
        {
            Assert.That(OwaspTop10.Category2021(476), Is.Null);
            Assert.That(OwaspTop10.Category2025(476), Is.EqualTo("A10:2025 Mishandling of Exceptional Conditions"));
        });
    }

    [TestCase(0)]
    [TestCase(-89)]
    [TestCase(134)]
    [TestCase(999_999)]
    public void NumberThatIsNotMapped_HasNoCategory(int cwe)
    {
        Assert.Multiple(() =>
        {
            Assert.That(OwaspTop10.Category2021(cwe), Is.Null);
            Assert.That(OwaspTop10.Category2025(cwe), Is.Null);
        });
    }

    [Test]
    public void Categories_HoldAsManyAsTheirPagesState()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Counts(OwaspTop10.Category2021, "2021"), Is.EquivalentTo(Stated2021));
            Assert.That(Counts(OwaspTop10.Category2025, "2025"), Is.EquivalentTo(Stated2025));
        });
    }

    // "A03:2021 Injection" counts for "A03"; a category of another year would be counted under a name that no page has.
    private static Dictionary<string, int> Counts(Func<int, string?> category, string year) => Enumerable.Range(1, HighestNumber)
        .Select(category)
        .OfType<string>()
        .CountBy(name => name.Split(' ')[0].Replace($":{year}", "", StringComparison.Ordinal))
        .ToDictionary();
}
