using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4005: ASP.NET's check of requests for markup, switched off.</summary>
internal sealed class RequestValidationRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        AttributeSyntax attribute => Controllers.NameOf(attribute) is "ValidateInput" or "AllowHtml",
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "ValidateRequest" or "RequestValidationMode",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case AttributeSyntax { ArgumentList.Arguments: [{ Expression: var validate }] } attribute when Controllers.NameOf(attribute) is "ValidateInput":
                if (context.IsFalse(validate) && ConfidenceOf(attribute, context, "System.Web.Mvc.ValidateInputAttribute") is { } off) Report(off, "ValidateInput(false) lets markup through in every field");
                break;
            case AttributeSyntax attribute when Controllers.NameOf(attribute) is "AllowHtml":
                if (ConfidenceOf(attribute, context, "System.Web.Mvc.AllowHtmlAttribute") is { } allowed) Report(allowed, "AllowHtml lets markup through in this field");
                break;
            case AssignmentExpressionSyntax assignment when Syntax.LastName(assignment.Left) is "ValidateRequest":
                if (context.IsFalse(assignment.Right) && context.ConfidenceOfSetting(assignment, "System.Web.UI.Page", "System.Web.Mvc.ControllerBase", "System.Web.Configuration.PagesSection") is { } page)
                    Report(page, "ValidateRequest = false lets markup through in every field");
                break;
            case AssignmentExpressionSyntax assignment:
                var isOld = context.OriginOf(assignment.Right) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var major }, ..] }
                    && (context.NumberOf(major) is < 4.0 || context.TextOf(major)?.StartsWith('2') == true);
                if (isOld && context.ConfidenceOfSetting(assignment, "System.Web.Configuration.HttpRuntimeSection") is { } section)
                    Report(section, "This mode of request validation looks at few requests only");
                break;
        }

        void Report(Confidence confidence, string message) => context.Report(WebIds.RequestValidationOff, confidence, message, node.Span);
    }

    private static Confidence? ConfidenceOf(AttributeSyntax attribute, DocumentContext context, string fullName)
    {
        var type = context.Model.GetTypeInfo(attribute, context.CancellationToken).Type;
        if (type is { TypeKind: not TypeKind.Error }) return type.IsOrInherits(fullName) ? Confidence.High : null;
        return context.Usings.Contains("System.Web.Mvc") ? Confidence.Medium : Confidence.Low;
    }
}
