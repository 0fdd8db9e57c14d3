using System.Collections.Immutable;

namespace Glassbox.Contracts.Findings;

/// <summary>One rule, as documents, hover texts and reports describe it.</summary>
/// <param name="Id"><c>GB</c> and four digits; never reused.</param>
/// <param name="Name">A short name in PascalCase, used in reports.</param>
/// <param name="Title">One line without a full stop.</param>
/// <param name="Category">The family: <c>Injection</c>, <c>Paths</c>, <c>Crypto</c> and so on.</param>
/// <param name="Cwe">CWE numbers, the most exact first.</param>
/// <param name="Severity">The severity unless settings say otherwise.</param>
/// <param name="Description">Why it is dangerous, in Markdown.</param>
/// <param name="Remedy">What makes it safe, in Markdown.</param>
/// <param name="BadExample">C# that has the finding.</param>
/// <param name="GoodExample">The same, made right.</param>
public sealed record RuleInfo(
    string Id,
    string Name,
    string Title,
    string Category,
    ImmutableArray<int> Cwe,
    Severity Severity,
    string Description,
    string Remedy,
    string BadExample,
    string GoodExample)
{
    /// <summary>The page of MITRE on the first weakness named in <see cref="Cwe"/>.</summary>
    public string HelpUri => $"https://cwe.mitre.org/data/definitions/{Cwe[0]}.html";

    /// <summary>The category of the OWASP Top 10 of 2021 that the first weakness with one belongs to; null where none does.</summary>
    public string? Owasp2021 => Cwe.Select(OwaspTop10.Category2021).FirstOrDefault(category => category is not null);

    /// <summary>The same of the OWASP Top 10 of 2025.</summary>
    public string? Owasp2025 => Cwe.Select(OwaspTop10.Category2025).FirstOrDefault(category => category is not null);
}
