using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4007: pages that show the program's insides, wherever it runs.</summary>
internal sealed class DebugInProductionRule : INodeRule
{
    private static readonly string[] Pages =
    [
        "Microsoft.AspNetCore.Builder.DeveloperExceptionPageExtensions", "Microsoft.AspNetCore.Builder.DatabaseErrorPageExtensions",
        "Microsoft.AspNetCore.Builder.MigrationsEndPointExtensions",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            access.Name.Identifier.ValueText is "UseDeveloperExceptionPage" or "UseDatabaseErrorPage" or "UseMigrationsEndPoint",
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) switch
        {
            "Mode" => Syntax.LastName(assignment.Right) is "Off",
            "Debug" => assignment.Left is MemberAccessExpressionSyntax || assignment.Parent is InitializerExpressionSyntax,
            "IncludeErrorDetailPolicy" => true,
            _ => false,
        },
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                var name = access.Name.Identifier.ValueText;
                var symbol = context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol;
                if (symbol is not null && context.ConfidenceOfMember(call, name, Pages) is null) return;
                Report(symbol is null ? Confidence.Medium : Confidence.High, $"{name} shows source and settings to everyone, since nothing asks for the environment");
                break;
            case AssignmentExpressionSyntax assignment when Syntax.LastName(assignment.Left) is "Mode":
                if (context.ConfidenceOfSetting(assignment, "System.Web.Configuration.CustomErrorsSection") is { } errors) Report(errors, "CustomErrorsMode.Off shows exceptions to everyone");
                break;
            case AssignmentExpressionSyntax assignment when Syntax.LastName(assignment.Left) is "Debug":
                if (context.IsTrue(assignment.Right) && context.ConfidenceOfSetting(assignment, "System.Web.Configuration.CompilationSection") is { } compilation)
                    Report(compilation, "Compiling for debugging shows source and exceptions to everyone");
                break;
            case AssignmentExpressionSyntax assignment when context.MemberOf(assignment.Right) is "Always":
                if (context.ConfidenceOfSetting(assignment, "System.Web.Http.HttpConfiguration") is { } details) Report(details, "IncludeErrorDetailPolicy.Always shows exceptions to everyone");
                break;
        }

        void Report(Confidence confidence, string message)
        {
            if (!DevelopmentOnly.Covers(node)) context.Report(WebIds.DebugInProduction, confidence, message, SpanOf(node));
        }
    }

    // From the method's name on: the chain before it is somebody else's.
    private static TextSpan SpanOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? TextSpan.FromBounds(access.Name.SpanStart, node.Span.End)
            : node.Span;
}
