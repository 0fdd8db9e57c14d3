using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus.Choice;

/// <summary>The locals that can be seen from the cursor, as far as braces tell, and what the buffer does with its names.</summary>
internal sealed class ScopeNames
{
    private const int MostLocals = 24;

    // Tokens of a member that are read; the nearest count.
    private const int Reach = 4000;

    private readonly Dictionary<int, Local> locals = [];
    private readonly List<int> order = [];
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
    public IReadOnlyList<int> Order => order;

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

    // What stands in closed blocks is out of sight, but used.
    private void ReadLocals(int[] tokens)
    {
        var least = MemberStart(tokens);
        var depth = 0;
        var hidden = new Dictionary<int, int>();
        for (var at = tokens.Length - 1; at >= least; at--)
        {
            var token = tokens[at];
            if (Token.NumberOf(token) == Lexicon.CloseBrace) depth++;
            else if (Token.NumberOf(token) == Lexicon.OpenBrace && depth > 0) depth--;
            if (Token.ClassOf(token) != TokenClass.Local) continue;
            var number = Token.NumberOf(token);
            if (locals.TryGetValue(number, out var local))
            {
                locals[number] = local with { Uses = local.Uses + 1 };
            }
            else if (depth > 0)
            {
                hidden[number] = hidden.GetValueOrDefault(number) + 1;
            }
            else if (order.Count < MostLocals)
            {
                locals[number] = new Local(order.Count, 1 + hidden.GetValueOrDefault(number));
                order.Add(number);
            }
        }
    }

    // Where the header of the member around the cursor begins.
    private static int MemberStart(int[] tokens)
    {
        var least = Math.Max(0, tokens.Length - Reach);
        var outermost = -1;
        var depth = 0;
        for (var at = tokens.Length - 1; at >= least; at--)
        {
            var number = Token.NumberOf(tokens[at]);
            if (number == Lexicon.CloseBrace)
            {
                depth++;
            }
            else if (number == Lexicon.OpenBrace && depth > 0)
            {
                depth--;
            }
            else if (number == Lexicon.OpenBrace)
            {
                if (OpensType(tokens, at)) break;
                outermost = at;
            }
        }

        // A member without braces of its own: as far as its type's beginning is as good as anything.
        if (outermost < 0) outermost = tokens.Length;
        while (outermost > least && Token.NumberOf(tokens[outermost - 1]) is not (Lexicon.Semicolon or Lexicon.OpenBrace or Lexicon.CloseBrace)) outermost--;
        return outermost;
    }

    // "class C : B {", not "void M() where T : class {".
    private static bool OpensType(int[] tokens, int brace)
    {
        for (var at = brace - 1; at >= 0; at--)
        {
            var number = Token.NumberOf(tokens[at]);
            if (number is Lexicon.Class or Lexicon.Struct or Lexicon.Interface or Lexicon.Record or Lexicon.Namespace && Token.IsName(tokens[at + 1])) return true;
            if (number is Lexicon.Semicolon or Lexicon.OpenBrace or Lexicon.CloseBrace) return false;
        }

        return true;
    }

    /// <summary>A local.</summary>
    /// <param name="Rank">How many others were used since.</param>
    /// <param name="Uses">How often it stands in the member, its declaration included.</param>
    internal readonly record struct Local(int Rank, int Uses);
}
