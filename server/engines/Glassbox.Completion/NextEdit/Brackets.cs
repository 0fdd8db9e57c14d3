namespace Glassbox.Completion.NextEdit;

/// <summary>Which brackets belong together.</summary>
internal static class Brackets
{
    // Half-typed text may leave a bracket open to the end of the file.
    private const int Reach = 2000;

    /// <summary>How many more are opened than closed, a bracket's kind apart.</summary>
    public static (int Round, int Square, int Curly) Balance(LexedText text, int first, int end)
    {
        var (round, square, curly) = (0, 0, 0);
        for (var i = first; i < end; i++)
        {
            switch (text.TextOf(i))
            {
                case "(": round++; break;
                case ")": round--; break;
                case "[": square++; break;
                case "]": square--; break;
                case "{": curly++; break;
                case "}": curly--; break;
            }
        }

        return (round, square, curly);
    }

    /// <summary>1 for an opening bracket, -1 for a closing one, else 0.</summary>
    public static int DepthOf(ReadOnlySpan<char> token) => token switch
    {
        "(" or "[" or "{" => 1,
        ")" or "]" or "}" => -1,
        _ => 0,
    };

    /// <summary>The opening bracket that a token stands behind, or -1.</summary>
    public static int OpenerBefore(LexedText text, int index)
    {
        var depth = 0;
        for (var i = index - 1; i >= 0 && index - i < Reach; i--)
        {
            depth += DepthOf(text.TextOf(i));
            if (depth > 0) return i;
        }

        return -1;
    }

    /// <summary>The bracket that closes one, or -1.</summary>
    public static int CloserOf(LexedText text, int opener)
    {
        var depth = 0;
        for (var i = opener; i < text.Count && i - opener < Reach; i++)
        {
            depth += DepthOf(text.TextOf(i));
            if (depth == 0) return i;
        }

        return -1;
    }
}
