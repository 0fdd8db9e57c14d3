namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>The ids of the rules about keys, random values, passwords and protected connections.</summary>
internal static class CryptoIds
{
    public const string InsecureRandom = "GB2010";
    public const string PredictableSeed = "GB2011";
    public const string HardCodedKey = "GB2012";
    public const string StaticIv = "GB2013";
    public const string ConstantSalt = "GB2014";
    public const string MissingSalt = "GB2015";
    public const string FewIterations = "GB2016";
    public const string ShortKey = "GB2017";
    public const string RsaPadding = "GB2018";
    public const string CertificateAccepted = "GB2019";
    public const string OldTls = "GB2020";
    public const string JwtNotValidated = "GB2022";
    public const string ClearTextTransport = "GB2024";
    public const string WeakPasswordRules = "GB2026";
    public const string WeakSignature = "GB2028";
    public const string RevocationNotChecked = "GB2029";
    public const string AnonymousDirectory = "GB2030";
}
