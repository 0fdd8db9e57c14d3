using System.Globalization;
using Glassbox.Completion.CSharp;
using Glassbox.Contracts.Completion;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Describe;

/// <summary>Signature, documentation and reason of a candidate.</summary>
internal sealed class SymbolDescriber(UseReasons reasons)
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat TypeName = Signature.WithKindOptions(SymbolDisplayKindOptions.None);

    public async Task<CandidateDescription?> DescribeAsync(RoslynSnapshot snapshot, PopupSession session, string key, CancellationToken cancellationToken)
    {
        if (key.StartsWith("i:", StringComparison.Ordinal)) return await DescribeImportAsync(snapshot, session, key[2..].Split('|'), cancellationToken);
        if (key.Length < 2 || !int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= session.Entries.Length) return null;
        var entry = session.Entries[index];
        var why = await reasons.OfAsync(snapshot, session, entry, cancellationToken);
        if (entry.Symbols is not [var symbol, ..]) return DescribeText(entry, why);
        var compilation = await session.Document.Project.GetCompilationAsync(cancellationToken);
        return Describe(symbol, entry.Symbols.Length - 1, compilation, why, cancellationToken);
    }

    private static CandidateDescription DescribeText(PopupEntry entry, string? why)
    {
        var code = entry.Kind == CandidateKind.Snippet && entry.Insert is { } insert ? $"```csharp\n{insert}\n```" : "";
        var detail = entry.Detail.Length > 0 ? entry.Detail : entry.Label;
        return new CandidateDescription(entry.Kind == CandidateKind.Keyword ? $"{entry.Label} (keyword)" : detail, code, why);
    }

    private async Task<CandidateDescription?> DescribeImportAsync(RoslynSnapshot snapshot, PopupSession session, string[] parts, CancellationToken cancellationToken)
    {
        if (parts is not [var space, var name, var arity]) return null;
        var compilation = await session.Document.Project.GetCompilationAsync(cancellationToken);
        var type = compilation?.GetTypesByMetadataName(arity == "0" ? $"{space}.{name}" : $"{space}.{name}`{arity}").FirstOrDefault();
        if (type is null) return null;
        var why = await reasons.OfAsync(snapshot, session, new PopupEntry(name, SymbolKinds.Of(type), Proximity.NotImported), cancellationToken);
        return Describe(type, 0, compilation, why ?? $"adds using {space}", cancellationToken);
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
}
