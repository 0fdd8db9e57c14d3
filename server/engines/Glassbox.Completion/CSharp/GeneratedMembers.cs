using Glassbox.Completion.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Members that a generator adds to a partial type when the project is built. No generator runs here, so nobody declares them; that
/// the workspace uses them is what tells of them.
/// </summary>
internal static class GeneratedMembers
{
    // What is used once may be a slip of the pen.
    private const int LeastUses = 2;

    /// <summary>True where a type may have more members than can be read.</summary>
    public static bool MayExist(ISymbol? type) =>
        type is INamedTypeSymbol { DeclaringSyntaxReferences: { IsEmpty: false } parts }
        && parts.Any(part => part.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>True where other code uses a member of such a type.</summary>
    /// <param name="type">The name of the type.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="usage">How the workspace uses names.</param>
    /// <param name="numberOf">The number of a name, 0 or less where nothing was learned of it.</param>
    public static bool AreUsed(string type, string member, UsageCounts usage, Func<string, int> numberOf) =>
        numberOf(member) is var number and > 0 && usage[UsageKeys.OfOrigin(Origins.OfType(numberOf(type)), number)] >= LeastUses;
}
