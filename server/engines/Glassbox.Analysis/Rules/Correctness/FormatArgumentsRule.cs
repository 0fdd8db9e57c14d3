using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3331: a format that asks for more values than it is given, or for none of them.</summary>
internal sealed class FormatArgumentsRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee, ArgumentList.Arguments.Count: >= 1 }
        && callee.Name.Identifier.ValueText is "Format" or "AppendFormat" or "WriteLine" or "Write";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        var arguments = call.ArgumentList.Arguments;
        if (context.SymbolOf(call) is not IMethodSymbol method || !method.ContainingNamespace.IsInOrBelow("System") || arguments.Any(argument => argument.NameColon is not null)) return;
        var position = PositionOfFormat(method);
        if (position < 0 || position >= arguments.Count) return;
        if (context.ConstantAt(arguments[position].Expression) is not { HasValue: true, Value: string text }) return;
        var given = arguments.Count - position - 1;
        // One array holds as many values as it likes.
        if (given == 1 && context.TypeOf(arguments[position + 1].Expression) is null or IArrayTypeSymbol or { TypeKind: TypeKind.Error } or { IsRefLikeType: true }) return;
        var format = CompositeFormat.Of(text);
        var mistake = format switch
        {
            { IsValid: false } => "has a brace that is no hole and no pair, which fails when it is used",
            { Highest: var highest } when highest >= given => $"asks for {{{highest}}}, but is given {given} {(given == 1 ? "value" : "values")}",
            { Highest: -1 } when given > 0 => "has no hole for the values that it is given",
            _ => null,
        };
        if (mistake is null) return;
        context.Report(CorrectnessIds.FormatArguments, Confidence.High, $"The format {Shown.Of(arguments[position].Expression)} {mistake}", arguments[position].Span);
    }

    // (string format, object arg0), (IFormatProvider, string format, params object[] args)
    private static int PositionOfFormat(IMethodSymbol method)
    {
        for (var position = 0; position < method.Parameters.Length; position++)
        {
            if (method.Parameters[position] is { Name: "format", Type.SpecialType: SpecialType.System_String }) return position + 1 < method.Parameters.Length ? position : -1;
        }

        return -1;
    }
}
