using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2019: connections that take any certificate.</summary>
internal sealed class CertificateAcceptedRule : INodeRule
{
    private static readonly HashSet<string> CallbackNames =
    [
        "ServerCertificateCustomValidationCallback", "ServerCertificateValidationCallback", "RemoteCertificateValidationCallback", "UserCertificateValidationCallback",
        "ClientCertificateValidationCallback", "ClientCertificateValidation", "CertificateValidationCallback", "CertificateValidation",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.AddAssignmentExpression } assignment =>
            CallbackNames.Contains(Syntax.LastName(assignment.Left) ?? ""),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => Syntax.LastName(Creations.TypeOf(creation)) is "SslStream" or "RemoteCertificateValidationCallback",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DangerousAcceptAnyServerCertificateValidator" } => true,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (DevelopmentOnly.Covers(node)) return;
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                InspectCallback(assignment.Right, Syntax.LastName(assignment.Left)!, context);
                break;
            case BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type && context.ConfidenceOfType(type, "System.Net.Security.SslStream", "System.Net.Security.RemoteCertificateValidationCallback") is not null:
                foreach (var argument in creation.ArgumentList!.Arguments)
                {
                    if (IsFunction(argument.Expression, context)) InspectCallback(argument.Expression, Syntax.LastName(type)!, context);
                }

                break;
            case MemberAccessExpressionSyntax access:
                Report("DangerousAcceptAnyServerCertificateValidator takes any certificate", access, context);
                break;
        }
    }

    private static bool IsFunction(ExpressionSyntax argument, DocumentContext context) =>
        argument is AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax
        || context.Model.GetTypeInfo(argument, context.CancellationToken).ConvertedType is null or { TypeKind: TypeKind.Delegate };

    private static void InspectCallback(ExpressionSyntax callback, string user, DocumentContext context)
    {
        if (!context.AlwaysSaysTrue(callback)) return;
        // new RemoteCertificateValidationCallback(…) is asked for on its own; the function inside is what is wrong.
        var place = Syntax.Bare(callback) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inside }] } ? inside : callback;
        Report($"{user} takes any certificate", place, context);
    }

    private static void Report(string message, SyntaxNode place, DocumentContext context) =>
        context.Report(CryptoIds.CertificateAccepted, Confidence.High, message, place.Span);
}
