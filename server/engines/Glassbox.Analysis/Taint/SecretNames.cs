using Glassbox.Analysis.Rules;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint;

/// <summary>Passwords, known by what they are called.</summary>
internal static class SecretNames
{
    private const Harms Kinds = Harms.Secret | Harms.SecretLog;

    /// <summary>A parameter that holds a password, as a source; null for others.</summary>
    public static TaintValue? SourceOf(IParameterSymbol parameter) =>
        parameter.Type.SpecialType == SpecialType.System_String && CredentialText.IsPasswordName(parameter.Name)
            && parameter.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location
            ? TaintValue.From(new TaintSource(parameter.Name, "a password", new Spot(tree.FilePath, location.SourceSpan), TaintTrust.Remote, Confidence.Medium), Kinds)
            : null;

    /// <summary>A member that holds a password, as a source; null for others.</summary>
    public static TaintValue? SourceOf(ISymbol member, ITypeSymbol? type, Spot at) =>
        type?.SpecialType == SpecialType.System_String && member is not IFieldSymbol { IsConst: true } && CredentialText.IsPasswordName(member.Name)
            ? TaintValue.From(new TaintSource(member.Name, "a password", at, TaintTrust.Remote, Confidence.Medium), Kinds)
            : null;
}
