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
    private UsageSummary(ImmutableArray<KeyValuePair<ulong, int>> counts) => Counts = counts;

    /// <summary>How often each key occurs.</summary>
    public ImmutableArray<KeyValuePair<ulong, int>> Counts { get; }

    public static ulong NameKey(ReadOnlySpan<char> name) => StableHash.Mix(1, StableHash.Of(name));

    public static ulong MemberKey(ReadOnlySpan<char> name) => StableHash.Mix(2, StableHash.Of(name));

    public static ulong MemberKey(ReadOnlySpan<char> receiverType, ReadOnlySpan<char> name) =>
        StableHash.Mix(StableHash.Mix(3, StableHash.Of(receiverType)), StableHash.Of(name));

    /// <summary>Counts a document.</summary>
    public static UsageSummary Of(ReadOnlySpan<char> text, IReadOnlyList<CodeToken> tokens)
    {
        var types = DeclaredTypes(text, tokens);
        var names = types.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new Dictionary<ulong, int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != CodeTokenKind.Identifier) continue;
            var name = tokens[i].In(text);
            if (i == 0 || !IsDot(text, tokens[i - 1]))
            {
                Count(NameKey(name));
                continue;
            }

            Count(MemberKey(name));
            if (i < 2 || tokens[i - 2].Kind != CodeTokenKind.Identifier) continue;
            var receiver = tokens[i - 2].In(text);
            if (names.TryGetValue(receiver, out var type)) Count(MemberKey(type, name));
            else if (char.IsUpper(receiver[0])) Count(MemberKey(receiver, name));
        }

        return new UsageSummary([.. counts]);

        void Count(ulong key) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
    }

    private static bool IsDot(ReadOnlySpan<char> text, CodeToken token) =>
        token.Kind == CodeTokenKind.Operator && token.In(text) is "." or "?.";

    private static Dictionary<string, string> DeclaredTypes(ReadOnlySpan<char> text, IReadOnlyList<CodeToken> tokens)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Kind != CodeTokenKind.Identifier || tokens[i + 1].Kind != CodeTokenKind.Identifier) continue;
            var type = tokens[i].In(text);
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
}
