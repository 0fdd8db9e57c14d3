using System.Globalization;
using Glassbox.Completion.CSharp;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Describe;

/// <summary>Signature, documentation and reason of a candidate.</summary>
internal sealed class SymbolDescriber(PopupRanking ranking)
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat TypeName = Signature.WithKindOptions(SymbolDisplayKindOptions.None);

    public async Task<CandidateDescription?> DescribeAsync(PopupSession session, string key, CancellationToken cancellationToken)
    {
        if (key.StartsWith("i:", StringComparison.Ordinal)) return await DescribeImportAsync(session, key[2..].Split('|'), cancellationToken);
        if (key.Length < 2 || !int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= session.Entries.Length) return null;
        var entry = session.Entries[index];
        if (entry.Symbols is not [var symbol, ..]) return DescribeText(entry);
        var why = Why(session, entry);
        var compilation = await session.Document.Project.GetCompilationAsync(cancellationToken);
        return Describe(symbol, entry.Symbols.Length - 1, compilation, why, cancellationToken);
    }

    private static CandidateDescription DescribeText(PopupEntry entry)
    {
        var code = entry.Kind == CandidateKind.Snippet && entry.Insert is { } insert ? $"```csharp\n{insert}\n```" : "";
        var detail = entry.Detail.Length > 0 ? entry.Detail : entry.Label;
        return new CandidateDescription(entry.Kind == CandidateKind.Keyword ? $"{entry.Label} (keyword)" : detail, code, null);
    }

    private async Task<CandidateDescription?> DescribeImportAsync(PopupSession session, string[] parts, CancellationToken cancellationToken)
    {
        if (parts is not [var space, var name, var arity]) return null;
        var compilation = await session.Document.Project.GetCompilationAsync(cancellationToken);
        var type = compilation?.GetTypesByMetadataName(arity == "0" ? $"{space}.{name}" : $"{space}.{name}`{arity}").FirstOrDefault();
        if (type is null) return null;
        return Describe(type, 0, compilation, Why(session, new PopupEntry(name, SymbolKinds.Of(type), Proximity.NotImported)) ?? $"adds using {space}", cancellationToken);
    }

    private static CandidateDescription Describe(ISymbol symbol, int others, Compilation? compilation, string? why, CancellationToken cancellationToken)
    {
        var detail = SignatureOf(symbol);
        if (others > 0 && symbol is IMethodSymbol or IPropertySymbol) detail += $" (+ {others} overload{(others == 1 ? "" : "s")})";
        return new CandidateDescription(detail, DocumentationMarkdown.Of(symbol, compilation, cancellationToken), why);
    }

    private static string SignatureOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { IsConst: true } local => $"(constant) {local.ToDisplayString(Signature)}",
        ILocalSymbol local => $"(local) {local.Type.ToDisplayString(TypeName)} {local.Name}",
        IParameterSymbol parameter => $"(parameter) {parameter.Type.ToDisplayString(TypeName)} {parameter.Name}",
        IRangeVariableSymbol range => $"(range variable) {range.Name}",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum, HasConstantValue: true } member =>
            $"{member.ContainingType.Name}.{member.Name} = {Convert.ToString(member.ConstantValue, CultureInfo.InvariantCulture)}",
        IMethodSymbol { ReducedFrom: not null } extension => $"(extension) {extension.ToDisplayString(Signature)}",
        ITypeParameterSymbol type => $"{type.Name} in {type.ContainingSymbol?.ToDisplayString(TypeName)}",
        _ => symbol.ToDisplayString(Signature),
    };

    private string? Why(PopupSession session, PopupEntry entry)
    {
        if (entry.Kind == CandidateKind.Keyword) return null;
        var onReceiver = ranking.UsesOnReceiver(session, entry);
        if (onReceiver > 0) return $"used {Times(onReceiver)} on {session.ReceiverType} in this workspace";
        var uses = ranking.UsesOf(session, entry);
        return uses > 0 ? $"used {Times(uses)} in this workspace" : null;
    }

    private static string Times(int count) => count == 1 ? "once" : count.ToString(CultureInfo.InvariantCulture) + " times";
}
