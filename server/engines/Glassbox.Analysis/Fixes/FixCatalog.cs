using System.Collections.Immutable;

namespace Glassbox.Analysis.Fixes;

/// <summary>Every fix, the preferred one of each rule first.</summary>
internal static class FixCatalog
{
    public static readonly ImmutableArray<IFix> All =
    [
        new SqlParameterFix(),
        new ArgumentListFix(),
        new FileNameFix(),
        new LocalRedirectFix(), new IsLocalUrlFix(),
        new XmlProhibitFix(),
        new TypeNamesFix(),
        new EnvironmentVariableFix(),
        new Sha256Fix(),
        new AesFix(), new CbcFix(),
        new UsingFix(),
        new LessThanFix(),
        new ConditionalAccessFix(), new NullGuardFix(), new FirstFix(),
        new AwaitFix(),
    ];

    public static IEnumerable<IFix> For(string ruleId) => All.Where(fix => fix.RuleId == ruleId);
}
