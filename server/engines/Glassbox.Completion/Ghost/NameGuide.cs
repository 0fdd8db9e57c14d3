using System.Collections.Immutable;
using System.Text;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Knows which names mean something where they are about to be written, and leads the writing to them. Behind a dot that is not in
/// the text yet those are the receiver's members: what it does not have gives way to what is used of its type. Elsewhere they are those
/// that the cursor can see.
/// </summary>
/// <param name="model">The document as it is.</param>
/// <param name="position">Where the writing begins.</param>
/// <param name="buffer">Knows the tokens' texts.</param>
/// <param name="usage">How the workspace uses names.</param>
/// <param name="missesReferences">Extension methods may be declared where nobody can see them.</param>
internal sealed class NameGuide(SemanticModel model, int position, BufferTokens buffer, UsageCounts usage, bool missesReferences)
{
    private const int MostReceiver = 40;
    private const int MostAdded = 6;

    // A name that the type is not known to have, where it may be an extension method of a missing package.
    private const double Doubt = 0.2;

    // Of what no place speaks for, the share of what is used of the type elsewhere.
    private const double Habit = 0.6;

    // What one use of a name on any type is worth against one on this.
    private const double UseElsewhere = 0.02;

    // A name that nothing declares may still be a lambda's parameter.
    private const double Unknown = 0.1;

    // Less likely names are not looked up.
    private const double Negligible = 0.01;

    private readonly Dictionary<string, bool> visible = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Receiver, bool IsConditional), ReceiverMembers?> members = [];

    /// <summary>What may follow a context.</summary>
    /// <param name="context">Tokens, the nearest last.</param>
    /// <param name="next">What the places say, likeliest first.</param>
    public IReadOnlyList<(int Token, double Probability)> Guide(ReadOnlySpan<int> context, IReadOnlyList<(int Token, double Probability)> next)
    {
        if (context.IsEmpty) return next;
        if (Token.NumberOf(context[^1]) is Lexicon.Dot or Lexicon.ConditionalDot)
            return Receiver(context) is { } receiver && MembersOf(receiver, Token.NumberOf(context[^1]) == Lexicon.ConditionalDot) is { Names.IsEmpty: false } known ? ToMembers(next, known) : next;
        return IsUse(context) ? ToKnown(context, next) : next;
    }

    private List<(int Token, double Probability)> ToMembers(IReadOnlyList<(int Token, double Probability)> next, ReceiverMembers receiver)
    {
        var kept = new List<(int Token, double Probability)>();
        var (sum, none) = (0.0, 1.0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (token, probability) in next)
        {
            none -= probability;
            if (!Lexicon.IsText(Token.NumberOf(token))) continue;
            var text = buffer.TextOf(Token.NumberOf(token));
            var has = receiver.Names.Contains(text) || Extends(receiver, text) || (receiver.Partial is { } type && GeneratedMembers.AreUsed(type, text, usage, name => buffer.Find(name)));
            if (!has && !missesReferences) continue;
            seen.Add(text);
            kept.Add((token, has ? probability : probability * Doubt));
            sum += kept[^1].Probability;
        }

        var added = none < Negligible ? [] : Habits(receiver.Names, seen, receiver.Origin);
        var all = sum + Math.Max(none, 0.001);
        var uses = added.Sum(one => one.Uses);
        for (var i = 0; i < kept.Count; i++) kept[i] = (kept[i].Token, kept[i].Probability / all);
        foreach (var (number, count) in added) kept.Add((Token.Of(number, TokenClass.Name, spaceBefore: false), Math.Max(none, 0) / all * Habit * count / uses));
        kept.Sort(static (left, right) => right.Probability.CompareTo(left.Probability));
        return kept;
    }

    private List<(int Token, double Probability)> ToKnown(ReadOnlySpan<int> context, IReadOnlyList<(int Token, double Probability)> next)
    {
        var led = new List<(int Token, double Probability)>(next.Count);
        var (before, after) = (0.0, 0.0);
        foreach (var (token, probability) in next)
        {
            var fits = probability < Negligible || !IsOrdinary(token) || IsArgumentName(token) || IsOnLine(context, token) || IsVisible(buffer.TextOf(Token.NumberOf(token)));
            led.Add((token, fits ? probability : probability * (missesReferences && Token.ClassOf(token) == TokenClass.Name ? Doubt : Unknown)));
            before += probability;
            after += led[^1].Probability;
        }

        if (after >= before) return led;
        var scale = 1 / (1 - before + after);
        for (var i = 0; i < led.Count; i++) led[i] = (led[i].Token, led[i].Probability * scale);
        led.Sort(static (left, right) => right.Probability.CompareTo(left.Probability));
        return led;
    }

    // A name stands for something that is there: behind an operator, at the beginning of an argument. Behind a type or "var" it is new,
    // and in an initializer it is a member of what is made.
    private bool IsUse(ReadOnlySpan<int> context)
    {
        var number = Token.NumberOf(context[^1]);
        if (Token.ClassOf(context[^1]) != TokenClass.Word || Lexicon.IsKeywordType(number) || Declares(number)) return false;
        if (number is Lexicon.Greater or Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.Question or Lexicon.OpenBracket
            or Lexicon.LineBreak or Lexicon.OpenBrace or Lexicon.CloseBrace or Lexicon.Semicolon)
        {
            return false;
        }

        if (number != Lexicon.Comma) return true;
        var closed = 0;
        for (var at = context.Length - 2; at >= 0; at--)
        {
            number = Token.NumberOf(context[at]);
            if (number is Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.CloseBrace) closed++;
            else if (number is Lexicon.OpenParenthesis or Lexicon.OpenBracket or Lexicon.OpenBrace && --closed < 0) return number != Lexicon.OpenBrace;
        }

        return false;
    }

    private bool Declares(int number) =>
        number is Lexicon.Var or Lexicon.Class or Lexicon.Struct or Lexicon.Interface or Lexicon.Record or Lexicon.Namespace || buffer.TextOf(number) is "void" or "enum" or "delegate" or "event";

    private static bool IsOrdinary(int token) => Token.ClassOf(token) is TokenClass.Local or TokenClass.Name or TokenClass.Self or TokenClass.Subject;

    // "count: 3": in lower case, and no local.
    private bool IsArgumentName(int token) => Token.ClassOf(token) == TokenClass.Name && (buffer.TraitsOf(Token.NumberOf(token)) & WordTraits.Upper) == 0;

    // What the line itself declares, a lambda's parameter or an out variable, or a line that is written already and not in the text yet.
    private static bool IsOnLine(ReadOnlySpan<int> context, int token)
    {
        var sameLine = true;
        for (var at = context.Length - 1; at >= 0; at--)
        {
            sameLine &= !Token.IsBreak(context[at]);
            if (Token.NumberOf(context[at]) != Token.NumberOf(token)) continue;
            if (sameLine || (at > 0 && (Token.NumberOf(context[at - 1]) == Lexicon.Var || Token.IsName(context[at - 1]) || Lexicon.IsKeywordType(Token.NumberOf(context[at - 1]))))) return true;
        }

        return false;
    }

    private bool IsVisible(string name)
    {
        if (visible.TryGetValue(name, out var known)) return known;
        return visible[name] = name is "nameof" or "_" or "await" || model.LookupSymbols(position, name: name).Any(IsDeclared);
    }

    // A local that is declared further down is in scope, and cannot be used yet.
    private bool IsDeclared(ISymbol symbol) => symbol is not ILocalSymbol { Locations: [var declared, ..] } || declared.SourceSpan.Start < position;

    private List<(int Number, double Uses)> Habits(ImmutableHashSet<string> known, HashSet<string> seen, ulong origin)
    {
        var found = new List<(int Number, double Uses)>();
        foreach (var name in known)
        {
            if (seen.Contains(name) || buffer.Find(name) is not (var number and > 0)) continue;
            var uses = usage[UsageKeys.OfOrigin(origin, number)] + (UseElsewhere * usage[UsageKeys.Member(number)]);
            if (uses > 0) found.Add((number, uses));
        }

        found.Sort(static (left, right) => right.Uses.CompareTo(left.Uses) is var order and not 0 ? order : left.Number.CompareTo(right.Number));
        if (found.Count > MostAdded) found.RemoveRange(MostAdded, found.Count - MostAdded);
        return found;
    }

    private ReceiverMembers? MembersOf(string receiver, bool isConditional)
    {
        if (members.TryGetValue((receiver, isConditional), out var known)) return known;
        var expression = SyntaxFactory.ParseExpression(receiver);
        if (!expression.ContainsDiagnostics && MembersOfReceiver.TypeOf(model, position, expression) is { } type)
        {
            // Behind "?." stands what is in it.
            var isLifted = isConditional || receiver.Contains("?.", StringComparison.Ordinal);
            var container = isLifted && type.Container is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type.Container;
            if (IsWhole(container))
            {
                known = new ReceiverMembers(
                    container,
                    type.IsStatic,
                    [.. MembersOfReceiver.Of(model, position, container, type.IsStatic, withExtensions: false).Select(member => member.Name)],
                    Origins.OfType(buffer.Find(SymbolKinds.WrittenNameOf(container))),
                    GeneratedMembers.MayExist(container) ? container.Name : null);
            }
        }

        return members[(receiver, isConditional)] = known;
    }

    // All that could extend a type are many, and one of a name are few.
    private bool Extends(ReceiverMembers receiver, string name)
    {
        if (receiver.IsStatic) return false;
        if (receiver.Extensions.TryGetValue(name, out var known)) return known;
        return receiver.Extensions[name] = !model.LookupSymbols(position, receiver.Container, name, includeReducedExtensionMethods: true).IsEmpty;
    }

    // A base that cannot be read may declare anything.
    private static bool IsWhole(INamespaceOrTypeSymbol container)
    {
        if (container is not ITypeSymbol whole) return true;
        if (whole.TypeKind == TypeKind.Dynamic || whole.AllInterfaces.Any(one => one.TypeKind == TypeKind.Error)) return false;
        for (var type = whole; type is not null; type = type.BaseType)
        {
            if (type.TypeKind == TypeKind.Error) return false;
        }

        return true;
    }

    // The expression before the dot that ends a context, as text: names, calls, indexers and what they are strung to.
    private string? Receiver(ReadOnlySpan<int> context)
    {
        if (context is not [.., var dot] || Token.NumberOf(dot) is not (Lexicon.Dot or Lexicon.ConditionalDot)) return null;
        var start = context.Length - 1;
        var least = Math.Max(0, start - MostReceiver);
        while (true)
        {
            var end = start;
            while (start > least && Token.NumberOf(context[start - 1]) is Lexicon.CloseParenthesis or Lexicon.CloseBracket)
            {
                if (Opening(context, start - 1, least) is not { } open) return null;
                start = open;
            }

            if (start > least && IsOperand(context[start - 1])) start--;
            // "typeof(…)", "default(…)" and calls with type arguments are more than their brackets.
            else if (start > least && start != end && BelongsToBrackets(context[start - 1])) return null;
            if (start == end) return null;
            // ".Where(…)" is the end of an expression, whose beginning was not read.
            if (start <= least) return null;
            if (Token.NumberOf(context[start - 1]) is not (Lexicon.Dot or Lexicon.ConditionalDot))
            {
                if (Token.NumberOf(context[start - 1]) == Lexicon.New) start--;
                return TextOf(context[start..^1]);
            }

            start--;
            while (start > least && Token.IsBreak(context[start - 1])) start--;
        }
    }

    private bool IsOperand(int token) => Token.IsName(token) || Token.ClassOf(token) == TokenClass.String
        || buffer.TextOf(Token.NumberOf(token)) is "this" or "base" or "string" or "int" or "char" or "bool" or "object" or "double" or "long" or "decimal" or "byte";

    private bool BelongsToBrackets(int token) =>
        Token.NumberOf(token) is var number && (number == Lexicon.Greater || buffer.TextOf(number) is ">>" or "typeof" or "default" or "sizeof" or "nameof" or "checked" or "unchecked");

    private static int? Opening(ReadOnlySpan<int> context, int close, int least)
    {
        var depth = 0;
        for (var at = close; at >= least; at--)
        {
            var number = Token.NumberOf(context[at]);
            if (number is Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.CloseBrace) depth++;
            else if (number is Lexicon.OpenParenthesis or Lexicon.OpenBracket or Lexicon.OpenBrace && --depth == 0) return at;
        }

        return null;
    }

    private string TextOf(ReadOnlySpan<int> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (Token.IsBreak(token) || Token.HasSpace(token)) text.Append(' ');
            if (!Token.IsBreak(token)) text.Append(buffer.TextOf(Token.NumberOf(token)));
        }

        return text.ToString();
    }

    /// <summary>What can follow a receiver.</summary>
    /// <param name="Container">Its type, or the type that it is.</param>
    /// <param name="IsStatic">It is a type.</param>
    /// <param name="Names">The members that can be read, but for extension methods.</param>
    /// <param name="Origin">The receiver's type, as uses are counted by it.</param>
    /// <param name="Partial">The name of that type, where a build may add to it.</param>
    private sealed record ReceiverMembers(INamespaceOrTypeSymbol Container, bool IsStatic, ImmutableHashSet<string> Names, ulong Origin, string? Partial)
    {
        public Dictionary<string, bool> Extensions { get; } = new(StringComparer.Ordinal);
    }
}
