using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2010 and GB2011: secrets made with System.Random, and generators whose seed can be guessed.</summary>
internal sealed class InsecureRandomRule : INodeRule
{
    private static readonly HashSet<string> Draws =
        ["Next", "NextInt64", "NextBytes", "NextDouble", "NextSingle", "GetItems", "GetString", "GetHexString"];

    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        && (Draws.Contains(access.Name.Identifier.ValueText) || access.Name.Identifier.ValueText is "SetSeed");

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        var access = (MemberAccessExpressionSyntax)call.Expression;
        if (access.Name.Identifier.ValueText is "SetSeed")
        {
            InspectSeed(call, access, context);
            return;
        }

        if (context.ConfidenceOfValue(access.Expression, "System.Random") is not { } bound || IsNotTheFirst(call)) return;
        if (new SecretSearch(context).SecretMadeOf(call) is not { } secret) return;
        // That the name means a secret is assumed.
        var confidence = bound == Confidence.High ? Confidence.Medium : Confidence.Low;
        if (context.OriginOf(access.Expression) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var seed }] } creation && IsGuessable(seed, context))
            context.Report(CryptoIds.PredictableSeed, confidence, $"The Random that '{secret}' is made with has a seed that can be guessed", creation.Span);
        else
            context.Report(CryptoIds.InsecureRandom, confidence, $"'{secret}' is made with System.Random, whose next values can be computed", call.Span);
    }

    // $"{random.Next(10)}{random.Next(10)}" is one mistake.
    private static bool IsNotTheFirst(InvocationExpressionSyntax call)
    {
        var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression.ToString();
        var statement = call.Ancestors().FirstOrDefault(ancestor => ancestor is StatementSyntax or ArrowExpressionClauseSyntax);
        if (statement is null) return false;
        return statement.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(other => other.SpanStart < call.SpanStart && other.Expression is MemberAccessExpressionSyntax access
                && Draws.Contains(access.Name.Identifier.ValueText) && access.Expression.ToString() == receiver);
    }

    private static bool IsGuessable(ExpressionSyntax seed, DocumentContext context)
    {
        if (context.ConstantOf(seed) is not null) return true;
        var text = context.OriginOf(seed).ToString();
        return text.Contains("DateTime", StringComparison.Ordinal) || text.Contains("TickCount", StringComparison.Ordinal) || text.Contains("Stopwatch", StringComparison.Ordinal);
    }

    // A SecureRandom that seeds itself only gains from a further seed; one that was told not to rests on this seed alone.
    private static void InspectSeed(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, DocumentContext context)
    {
        if (call.ArgumentList.Arguments is not [{ Expression: var seed }]) return;
        if (context.ConfidenceOfValue(access.Expression, "Org.BouncyCastle.Security.SecureRandom") is not { } confidence) return;
        if (context.ConstantOf(seed) is null && ConstantBytes.Of(seed, context) is null) return;
        var seedsItself = context.OriginOf(access.Expression) switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var autoSeed }] } => !context.IsFalse(autoSeed),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => false,
            _ => true,
        };
        if (!seedsItself) context.Report(CryptoIds.PredictableSeed, confidence, $"'{access.Expression}' has a constant seed and no other", call.Span);
    }
}
