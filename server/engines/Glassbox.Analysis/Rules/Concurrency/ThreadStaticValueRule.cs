using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3206: thread-static fields with a first value, which only one thread sees.</summary>
internal sealed class ThreadStaticValueRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is FieldDeclarationSyntax { AttributeLists.Count: > 0 } field
        && field.AttributeLists.Any(list => list.Attributes.Any(attribute => Syntax.LastName(attribute.Name) is "ThreadStatic" or "ThreadStaticAttribute"));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var field = (FieldDeclarationSyntax)node;
        var isStatic = field.Modifiers.Any(SyntaxKind.StaticKeyword);
        foreach (var variable in field.Declaration.Variables)
        {
            var name = variable.Identifier.ValueText;
            if (!isStatic)
                context.Report(ConcurrencyIds.ThreadStaticValue, Confidence.High, $"'{name}' is not static, so that ThreadStatic means nothing to it", variable.Span);
            else if (variable.Initializer is { Value: var value } && !IsDefault(value, context))
                context.Report(ConcurrencyIds.ThreadStaticValue, Confidence.High, $"Only the first thread sees this value of '{name}'; all others begin with nothing", variable.Span);
        }
    }

    private static bool IsDefault(ExpressionSyntax value, DocumentContext context)
    {
        if (value.IsKind(SyntaxKind.DefaultLiteralExpression) || Syntax.Bare(value).IsKind(SyntaxKind.NullLiteralExpression)) return true;
        return context.ConstantAt(value) is { HasValue: true, Value: null or false or 0 };
    }
}
