using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus.Choice;

/// <summary>The locals that can be seen from the cursor, as far as braces tell, and what the buffer does with its names.</summary>
internal sealed class ScopeNames
{
    private const int MostLocals = 24;
    // Tokens of a member that are read; the nearest count.
    private const int Reach = 4000;

    private readonly Dictionary<int, Local> locals = [];
    private readonly Dictionary<int, (int Uses, int Last)> uses = [];
    private readonly Dictionary<int, ulong> origins = [];

    /// <summary>Reads a buffer.</summary>
    public ScopeNames(BufferTokens buffer)
    {
        Origins.Read(buffer.After, buffer, origins);
        Origins.Read(buffer.Before, buffer, origins);
        ReadUses(buffer);
        ReadLocals(buffer.Before);
    }

    /// <summary>Locals in scope, the one used last first.</summary>
    public List<int> Order { get; } = [];

    /// <summary>What is known of a local in scope; null where it is none.</summary>
    public Local? Of(int number) => locals.TryGetValue(number, out var local) ? local : null;

    /// <summary>How often a name stands in the buffer, and the index before the cursor where last; -1 for behind it.</summary>
    public (int Uses, int Last) UsesOf(int number) => uses.GetValueOrDefault(number, (0, -1));

    /// <summary>Where a name's value comes from; 0 where that is not known.</summary>
    public ulong OriginOf(int number) => origins.GetValueOrDefault(number);

    private void ReadUses(BufferTokens buffer)
    {
        foreach (var token in buffer.After) Note(token, -1);
        for (var at = 0; at < buffer.Before.Length; at++) Note(buffer.Before[at], at);

        void Note(int token, int at)
        {
            if (!Token.IsName(token)) return;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, Token.NumberOf(token), out var exists);
            known = (exists ? known.Uses + 1 : 1, at);
        }
    }

    // From the cursor back to the beginning of its member: what stands in closed blocks is out of sight.
    private void ReadLocals(int[] tokens)
    {
        var depth = 0;
        var least = Math.Max(0, tokens.Length - Reach);
        for (var at = tokens.Length - 1; at >= least; at--)
        {
            var token = tokens[at];
            switch (Token.NumberOf(token))
            {
                case Lexicon.CloseBrace:
                    depth++;
                    continue;
                case Lexicon.OpenBrace:
                    if (depth > 0) depth--;
                    else if (OpensType(tokens, at)) return;
                    continue;
            }

            if (Token.ClassOf(token) != TokenClass.Local) continue;
            ref var local = ref CollectionsMarshal.GetValueRefOrAddDefault(locals, Token.NumberOf(token), out var known);
            if (!known)
            {
                if (depth > 0 || Order.Count >= MostLocals)
                {
                    locals.Remove(Token.NumberOf(token));
                    continue;
                }

                local = new Local(Order.Count, 0);
                Order.Add(Token.NumberOf(token));
            }

            local = local with { Uses = local.Uses + 1 };
        }
    }

    // "class C : B {", not "void M() {".
    private static bool OpensType(int[] tokens, int brace)
    {
        for (var at = brace - 1; at >= 0; at--)
        {
            var number = Token.NumberOf(tokens[at]);
            if (number is Lexicon.Class or Lexicon.Struct or Lexicon.Interface or Lexicon.Record or Lexicon.Namespace) return true;
            if (number is Lexicon.Semicolon or Lexicon.OpenBrace or Lexicon.CloseBrace) return false;
        }

        return true;
    }

    /// <summary>A local.</summary>
    /// <param name="Rank">How many others were used since.</param>
    /// <param name="Uses">How often it stands in the member, its declaration included.</param>
    internal readonly record struct Local(int Rank, int Uses);
}
