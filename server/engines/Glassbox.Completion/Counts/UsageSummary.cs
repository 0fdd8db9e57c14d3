using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Counts;

/// <summary>
/// What one document says about the use of names, kept so that exactly this can be unlearned. Read from tokens alone:
/// a receiver's type is known where the document itself declares it (<c>Order order</c>, <c>var order = new Order(</c>).
/// </summary>
internal sealed class UsageSummary
{
    private const int LongestTypeArguments = 30;

    private UsageSummary(ImmutableArray<KeyValuePair<ulong, int>> counts) => Counts = counts;

    /// <summary>How often each key occurs.</summary>
    public ImmutableArray<KeyValuePair<ulong, int>> Counts { get; }

    public static ulong NameKey(ReadOnlySpan<char> name) => StableHash.Mix(1, StableHash.Of(name));

    public static ulong MemberKey(ReadOnlySpan<char> name) => StableHash.Mix(2, StableHash.Of(name));

    public static ulong MemberKey(ReadOnlySpan<char> receiverType, ReadOnlySpan<char> name) =>
        StableHash.Mix(StableHash.Mix(3, StableHash.Of(receiverType)), StableHash.Of(name));

    /// <summary>A member that follows the result of a call, such as <c>ToList</c> after <c>Where(…)</c>.</summary>
    public static ulong ChainKey(ReadOnlySpan<char> called, ReadOnlySpan<char> name) =>
        StableHash.Mix(StableHash.Mix(4, StableHash.Of(called)), StableHash.Of(name));

    /// <summary>A member that is used next on the same receiver, such as <c>Read</c> after <c>Open</c>.</summary>
    public static ulong NextKey(ReadOnlySpan<char> receiver, ReadOnlySpan<char> previous, ReadOnlySpan<char> name) =>
        StableHash.Mix(StableHash.Mix(StableHash.Mix(5, StableHash.Of(receiver)), StableHash.Of(previous)), StableHash.Of(name));

    /// <summary>Counts a document.</summary>
    public static UsageSummary Of(ReadOnlySpan<char> text, IReadOnlyList<CodeToken> tokens)
    {
        var types = DeclaredTypes(text, tokens);
        var names = types.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new Dictionary<ulong, int>();
        var open = new Stack<int>();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var lastUse = last.GetAlternateLookup<ReadOnlySpan<char>>();
        var closed = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == CodeTokenKind.Operator)
            {
                if (tokens[i].In(text) is "(") open.Push(i);
                else if (tokens[i].In(text) is ")") closed = open.TryPop(out var opened) ? opened : -1;
            }

            if (tokens[i].Kind != CodeTokenKind.Identifier) continue;
            var name = tokens[i].In(text);
            if (i == 0 || !IsDot(text, tokens[i - 1]))
            {
                Count(NameKey(name));
                continue;
            }

            Count(MemberKey(name));
            if (closed > 0 && BeforeDot(tokens, i) is var end && end >= 0 && tokens[end].In(text) is ")" && tokens[closed - 1].Kind == CodeTokenKind.Identifier)
                Count(ChainKey(tokens[closed - 1].In(text), name));
            if (i < 2 || tokens[i - 2].Kind != CodeTokenKind.Identifier) continue;
            var receiver = tokens[i - 2].In(text);
            if (lastUse.TryGetValue(receiver, out var previous)) Count(NextKey(receiver, tokens[previous].In(text), name));
            lastUse[receiver] = i;
            if (names.TryGetValue(receiver, out var type)) Count(MemberKey(type, name));
            else if (char.IsUpper(receiver[0])) Count(MemberKey(receiver, name));
        }

        return new UsageSummary([.. counts]);

        void Count(ulong key) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
    }

    // Calls are chained over lines.
    private static int BeforeDot(IReadOnlyList<CodeToken> tokens, int name)
    {
        var at = name - 2;
        while (at >= 0 && tokens[at].Kind == CodeTokenKind.LineBreak) at--;
        return at;
    }

    private static bool IsDot(ReadOnlySpan<char> text, CodeToken token) =>
        token.Kind == CodeTokenKind.Operator && token.In(text) is "." or "?.";

    private static Dictionary<string, string> DeclaredTypes(ReadOnlySpan<char> text, IReadOnlyList<CodeToken> tokens)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i + 1].Kind != CodeTokenKind.Identifier) continue;
            var named = TypeName(text, tokens, i);
            if (named < 0) continue;
            var type = tokens[named].In(text);
            var after = tokens[i + 2].In(text);
            if (type is "var")
            {
                if (after is "=" && i + 4 < tokens.Count && tokens[i + 3].In(text) is "new" && tokens[i + 4].Kind == CodeTokenKind.Identifier)
                    types[tokens[i + 1].In(text).ToString()] = tokens[i + 4].In(text).ToString();
            }
            else if (char.IsUpper(type[0]) && after is "=" or ";" or "," or ")" or "{" or "=>" or "in")
            {
                types[tokens[i + 1].In(text).ToString()] = type.ToString();
            }
        }

        return types;
    }

    /// <summary>Where the name of the type stands that ends at a token: before type arguments and a question mark.</summary>
    private static int TypeName(ReadOnlySpan<char> text, IReadOnlyList<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind == CodeTokenKind.Identifier) return at;
        if (tokens[at].Kind == CodeTokenKind.Operator && tokens[at].In(text) is "?" && !tokens[at].SpaceBefore) at--;
        if (at < 0) return -1;
        if (tokens[at].Kind == CodeTokenKind.Identifier) return at;
        var depth = 0;
        for (var back = at; back >= 0 && at - back < LongestTypeArguments; back--)
        {
            if (tokens[back].Kind != CodeTokenKind.Operator) continue;
            switch (tokens[back].In(text))
            {
                case ">":
                    depth++;
                    break;
                case "<" when --depth == 0:
                    return back > 0 && tokens[back - 1].Kind == CodeTokenKind.Identifier ? back - 1 : -1;
                case "," or "." or "?" or "[" or "]":
                    break;
                default:
                    return -1;
            }

            if (depth == 0) return -1;
        }

        return -1;
    }
}
