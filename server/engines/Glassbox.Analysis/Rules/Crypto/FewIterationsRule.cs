using System.Globalization;
using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2016: password hashes that cost too little to compute.</summary>
internal sealed class FewIterationsRule : INodeRule
{
    private const string Rfc2898 = "System.Security.Cryptography.Rfc2898DeriveBytes";
    private const string Pbkdf1 = "System.Security.Cryptography.PasswordDeriveBytes";

    private static readonly string[] CountOwners = [Rfc2898, Pbkdf1, "Microsoft.AspNetCore.Identity.PasswordHasherOptions"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => Syntax.LastName(Creations.TypeOf(creation)) is "Rfc2898DeriveBytes" or "PasswordDeriveBytes",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            access.Name.Identifier.ValueText is "Pbkdf2" or "HashPassword" or "EnhancedHashPassword" or "GenerateSalt",
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "IterationCount",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type:
                InspectCreation(creation, type, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pbkdf2" } access } call:
                var rounds = context.ArgumentFor(call, "iterations") ?? context.ArgumentFor(call, "iterationCount");
                if (context.ConfidenceOfValue(access.Expression, Iterations.Pbkdf2Owners) is { } sure) InspectCount(rounds, "Pbkdf2", sure, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when context.ConfidenceOfValue(access.Expression, "BCrypt.Net.BCrypt") is { } confidence:
                InspectWorkFactor(call, confidence, context);
                break;
            case AssignmentExpressionSyntax assignment when context.ConfidenceOfSetting(assignment, CountOwners) is { } confidence:
                InspectCount(assignment.Right, assignment.Left.ToString(), confidence, context);
                break;
        }
    }

    private static void InspectCreation(BaseObjectCreationExpressionSyntax creation, TypeSyntax type, DocumentContext context)
    {
        if (context.ConfidenceOfType(type, Rfc2898, Pbkdf1) is not { } confidence) return;
        var name = Syntax.LastName(type)!;
        if (context.ArgumentFor(creation, "iterations") is { } count)
        {
            InspectCount(count, name, confidence, context);
            return;
        }

        if (context.Model.GetSymbolInfo(creation, context.CancellationToken).Symbol is not IMethodSymbol constructor) return;
        // PasswordDeriveBytes names its count otherwise, and its default is lower still.
        if (constructor.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_Int32 && parameter.Name.StartsWith("iteration", StringComparison.OrdinalIgnoreCase))) return;
        if (Creations.SettingsOf(creation).Any(setting => Syntax.LastName(setting.Left) is "IterationCount")) return;
        context.Report(CryptoIds.FewIterations, confidence, $"{name} without a count hashes the password {(name == "PasswordDeriveBytes" ? "100" : "1000")} times only", creation.Span);
    }

    private static void InspectCount(ExpressionSyntax? count, string user, Confidence confidence, DocumentContext context)
    {
        if (count is null || context.NumberOf(count) is not { } number || number >= Iterations.Fewest) return;
        context.Report(
            CryptoIds.FewIterations, confidence,
            string.Create(CultureInfo.InvariantCulture, $"{user} hashes the password {number} times only; {Iterations.Fewest} is the least"), count.Span);
    }

    private static void InspectWorkFactor(InvocationExpressionSyntax call, Confidence confidence, DocumentContext context)
    {
        var name = Syntax.LastName(call.Expression);
        var factor = context.ArgumentFor(call, "workFactor", name == "GenerateSalt" ? 0 : 1);
        if (factor is null || context.NumberOf(factor) is not { } number || number >= Iterations.LowestWorkFactor) return;
        context.Report(
            CryptoIds.FewIterations, confidence,
            string.Create(CultureInfo.InvariantCulture, $"bcrypt with a work factor of {number} can be guessed quickly; {Iterations.LowestWorkFactor} is the least"), factor.Span);
    }
}
