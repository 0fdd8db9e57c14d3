using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Semantic models that do not follow where null may be: that costs as much as binding, for warnings that nobody asks for while a line is
/// being written.
/// </summary>
internal static class PlainModels
{
    /// <summary>The model of a document; null for a document without one.</summary>
    public static async Task<SemanticModel?> PlainModelAsync(this Document document, CancellationToken cancellationToken) =>
        await document.Project.GetCompilationAsync(cancellationToken) is { } compilation && await document.GetSyntaxTreeAsync(cancellationToken) is { } tree
            ? Of(compilation, tree)
            : null;

    /// <summary>The model of a document among declarations that say nothing of null, for the compiler's errors; null for a document without one.</summary>
    public static async Task<SemanticModel?> ObliviousModelAsync(this Document document, CancellationToken cancellationToken) =>
        await document.Project.GetCompilationAsync(cancellationToken) is CSharpCompilation compilation && await document.GetSyntaxTreeAsync(cancellationToken) is { } tree
            ? Of(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)), tree)
            : null;

#pragma warning disable RSEXPERIMENTAL001 // The editor features of Roslyn itself ask this way; were it taken away, the model without the option is the same but for time.
    private static SemanticModel Of(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
}
