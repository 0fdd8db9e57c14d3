using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>Whether bytes or a text are the same in every run, because the source holds them.</summary>
internal static class ConstantBytes
{
    private const int MostSteps = 8;

    private static readonly HashSet<string> OnlyReads =
    [
        "CreateEncryptor", "CreateDecryptor", "Encrypt", "Decrypt", "EncryptCbc", "DecryptCbc", "EncryptCfb", "DecryptCfb", "Pbkdf2", "HashData", "SetKey",
        "Concat", "ToBase64String", "ToHexString", "Write", "WriteAsync", "Append", "AppendData", "ComputeHash",
    ];

    private static readonly HashSet<string> Fillers = ["GetBytes", "GetNonZeroBytes", "NextBytes", "Fill", "Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "TryFill"];

    /// <summary>The literal or the array that the value is made of, or null where it is made when the program runs.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax expression, DocumentContext context) => Of(expression, context, MostSteps);

    private static ExpressionSyntax? Of(ExpressionSyntax expression, DocumentContext context, int steps)
    {
        if (steps == 0) return null;
        var origin = context.OriginOf(expression);
        switch (origin)
        {
            case LiteralExpressionSyntax literal:
                return literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? literal : null;
            case ArrayCreationExpressionSyntax { Initializer: { } values } array:
                return AreConstant(values.Expressions, context) && !IsFilled(array, startsEmpty: false) ? array : null;
            case ArrayCreationExpressionSyntax array:
                return IsBytes(array.Type) && !IsFilled(array, startsEmpty: true) ? array : null;
            case StackAllocArrayCreationExpressionSyntax { Initializer: null } buffer:
                return !IsFilled(buffer, startsEmpty: true) ? buffer : null;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } elements:
                return AreConstant(elements.Expressions, context) && !IsFilled(elements, startsEmpty: false) ? elements : null;
            case ImplicitArrayCreationExpressionSyntax array:
                return AreConstant(array.Initializer.Expressions, context) && !IsFilled(array, startsEmpty: false) ? array : null;
            case CollectionExpressionSyntax { Elements.Count: > 0 } collection:
                var parts = collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression).ToList();
                return parts.Count == collection.Elements.Count && AreConstant(parts, context) && !IsFilled(collection, startsEmpty: false) ? collection : null;
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax }] } slice:
                return Of(slice.Expression, context, steps - 1);
            case InvocationExpressionSyntax call:
                return OfCall(call, context, steps - 1);
            default:
                return context.Model.GetConstantValue(origin, context.CancellationToken) is { HasValue: true, Value: string } ? origin : null;
        }
    }

    private static ExpressionSyntax? OfCall(InvocationExpressionSyntax call, DocumentContext context, int steps)
    {
        var given = call.ArgumentList.Arguments;
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        switch (Syntax.LastName(call.Expression))
        {
            // Encoding.UTF8.GetBytes("…"); what a random generator or a key derivation gives is asked for by length or buffer.
            case "GetBytes" when given.Count == 1:
                return Of(given[0].Expression, context, steps) is { } text && IsText(text) ? text : null;
            case "FromBase64String" or "FromHexString" or "HashData" or "ComputeHash" when given.Count == 1:
                return Of(given[0].Expression, context, steps);
            case "ToCharArray" or "ToArray" or "AsSpan" or "AsMemory" or "PadRight" or "PadLeft" or "Substring" or "Take" or "Skip" or "Trim" or "ToUpperInvariant" or "ToLowerInvariant" when receiver is not null:
                return Of(receiver, context, steps);
            default:
                return null;
        }
    }

    private static bool IsText(ExpressionSyntax origin) =>
        origin is not (ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax);

    private static bool IsBytes(ArrayTypeSyntax type) => type.ElementType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ByteKeyword } || Syntax.LastName(type.ElementType) == "Byte";

    private static bool AreConstant(IEnumerable<ExpressionSyntax> elements, DocumentContext context)
    {
        var any = false;
        foreach (var element in elements)
        {
            if (context.ConstantOf(element) is null) return false;
            any = true;
        }

        return any;
    }

    // By name, since buffers are handed to methods that fill them.
    private static bool IsFilled(ExpressionSyntax array, bool startsEmpty)
    {
        if (Syntax.VariableOf(array) is not { } variable) return false;
        var name = variable[(variable.LastIndexOf('.') + 1)..];
        SyntaxNode? scope = array.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is null ? array.FirstAncestorOrSelf<TypeDeclarationSyntax>() : Syntax.BodyOf(array);
        foreach (var use in (scope ?? array.SyntaxTree.GetRoot()).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name) continue;
            SyntaxNode at = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
            if (Fills(at, startsEmpty)) return true;
        }

        return false;
    }

    private static bool Fills(SyntaxNode use, bool startsEmpty)
    {
        switch (use.Parent)
        {
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax written } element:
                return written.Left == element;
            case ArgumentSyntax argument when argument.RefKindKeyword.RawKind != 0:
                return true;
            case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } given:
                var name = call switch
                {
                    InvocationExpressionSyntax invocation => Syntax.LastName(invocation.Expression),
                    ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type),
                    _ => null,
                } ?? "";
                var index = list.Arguments.IndexOf(given);
                // The first array is read, the second is written.
                if (name is "BlockCopy" or "Copy" or "ConstrainedCopy") return index > 0;
                if (call is not InvocationExpressionSyntax) return startsEmpty && name is "MemoryStream" or "Span" or "Memory" or "ArraySegment";
                if (!startsEmpty) return Fillers.Contains(name);
                // Results go into the arguments behind.
                return !OnlyReads.Contains(name) || index > 1 || (index == 1 && name is "HashData" or "ComputeHash" or "Encrypt" or "Decrypt");
            case MemberAccessExpressionSyntax access when access.Expression == use:
                return startsEmpty && access.Name.Identifier.ValueText is not ("Length" or "ToArray" or "CopyTo" or "Concat");
            default:
                return false;
        }
    }
}
