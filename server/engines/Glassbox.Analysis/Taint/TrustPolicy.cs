using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint;

/// <summary>
/// What is worth saying of a value, by who controls it. What whoever uses a service sends is never trusted; opening the file that
/// the command line names, or connecting to the host of the configuration, is what those are for.
/// </summary>
internal static class TrustPolicy
{
    // Languages of their own, in which a value becomes a part of what is run.
    private const Harms Interpreted = Harms.Sql | Harms.NoSql | Harms.Command | Harms.Code | Harms.Ldap | Harms.XPath | Harms.Html | Harms.Deserialize | Harms.XmlEntity;

    // Texts in which a value may stand, but not go beyond its place.
    private const Harms Embedded = Harms.Path | Harms.Header | Harms.Log | Harms.Xml | Harms.Mail | Harms.Redirect | Harms.Format | Harms.Xslt | Harms.Template;

    // Numbers that were read from a text.
    private const Harms Calculated = Harms.Size | Harms.Index | Harms.Arithmetic | Harms.Sum | Harms.Divisor | Harms.Iterations;

    /// <summary>True where a value of this kind is not meant to do this.</summary>
    public static bool IsMeant(TaintLabel taint, Harms harm) => taint.Origin is not TaintSource source || source.Trust switch
    {
        TaintTrust.Remote or TaintTrust.Network or TaintTrust.Caller or TaintTrust.Local => true,
        _ => (harm & (Interpreted | Calculated | Harms.Outward)) != Harms.None || ((harm & Embedded) != Harms.None && taint.Harms.HasFlag(Harms.Composed)),
    };

    /// <summary>How sure it is that harm is done, by who controls the value.</summary>
    public static Confidence Limit(TaintTrust trust, Harms harm, Confidence confidence) => trust switch
    {
        TaintTrust.Stored or TaintTrust.Operator or TaintTrust.Local when (harm & (Interpreted | Harms.Outward)) == Harms.None => Confidence.Low,
        _ => confidence,
    };
}
