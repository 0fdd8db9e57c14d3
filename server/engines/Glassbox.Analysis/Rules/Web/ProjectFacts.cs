using System.Runtime.CompilerServices;
using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What the documents of a project say together, where one of them can protect what another one leaves open.</summary>
internal sealed class ProjectFacts
{
    // Trees live as long as nobody edits them, so that an edit costs the reading of one document.
    private static readonly ConditionalWeakTable<SyntaxTree, ProtectionFacts> Known = [];

    private readonly ProgramQuestions questions;

    private ProjectFacts(ProgramQuestions questions) => this.questions = questions;

    /// <summary>A filter for all controllers checks the tokens against forged requests.</summary>
    public bool ChecksAntiforgery => Ask(nameof(ChecksAntiforgery), static facts => facts.ChecksAntiforgery);

    /// <summary>A filter or a policy for everything asks for a login.</summary>
    public bool RequiresLogin => Ask(nameof(RequiresLogin), static facts => facts.RequiresLogin);

    /// <summary>A policy marks every cookie for protected connections alone.</summary>
    public bool MakesCookiesSecure => UsesCookiePolicy && Ask(nameof(MakesCookiesSecure), static facts => facts.MakesCookiesSecure);

    /// <summary>A policy hides every cookie from scripts.</summary>
    public bool MakesCookiesHttpOnly => UsesCookiePolicy && Ask(nameof(MakesCookiesHttpOnly), static facts => facts.MakesCookiesHttpOnly);

    /// <summary>A header says by whom pages may be framed.</summary>
    public bool SaysWhoMayFrame => Ask(nameof(SaysWhoMayFrame), static facts => facts.SaysWhoMayFrame);

    private bool UsesCookiePolicy => Ask(nameof(UsesCookiePolicy), static facts => facts.UsesCookiePolicy);

    /// <summary>True where a database context of the project has a set of these.</summary>
    public bool IsEntity(string typeName) => Ask($"{nameof(IsEntity)} {typeName}", facts => facts.HasSetOf(typeName));

    public static ProjectFacts Of(DocumentContext context) => new(context.Questions);

    private bool Ask(string name, Func<ProtectionFacts, bool> question) => questions.Any(name, tree => question(Known.GetValue(tree, ProtectionFacts.Of)));
}
