using System.Collections.Immutable;

namespace Glassbox.Completion.NextEdit;

/// <summary>A name with brackets behind it: a call, a declaration with parameters, an attribute, an index.</summary>
internal sealed class CallShape
{
    private const int LongestGenerics = 24;

    private CallShape(LexedText text, int name, int opener, int closer)
    {
        Text = text;
        Name = name;
        Opener = opener;
        Closer = closer;
        Arguments = Split(text, opener, closer);
        // What a call stands on: one name before the dot.
        Receiver = (text.Is(name - 1, ".") || text.Is(name - 1, "?.")) && text.IsName(name - 2) && !text.Is(name - 3, ".") ? name - 2 : -1;
        IsDeclaration = IsDeclared(text, name);
    }

    /// <summary>The text that the tokens are of.</summary>
    public LexedText Text { get; }

    /// <summary>The name's token.</summary>
    public int Name { get; }

    /// <summary>The opening bracket.</summary>
    public int Opener { get; }

    /// <summary>The closing bracket.</summary>
    public int Closer { get; }

    /// <summary>The tokens of each argument.</summary>
    public ImmutableArray<(int First, int End)> Arguments { get; }

    /// <summary>The name that the call stands on, or -1.</summary>
    public int Receiver { get; }

    /// <summary>The name is being declared.</summary>
    public bool IsDeclaration { get; }

    /// <summary>The shape around an opening bracket; null where no name stands before it.</summary>
    public static CallShape? At(LexedText text, int opener)
    {
        if (text.Is(opener, "{")) return null;
        var name = opener - 1;
        if (text.Is(name, ">"))
        {
            var depth = 0;
            for (; name >= 0 && opener - name < LongestGenerics; name--)
            {
                depth += text.Is(name, ">") ? 1 : text.Is(name, "<") ? -1 : 0;
                if (depth == 0) break;
            }

            name--;
        }

        if (!text.IsName(name)) return null;
        var closer = Brackets.CloserOf(text, opener);
        if (closer < 0) return null;
        var shape = new CallShape(text, name, opener, closer);
        // Half typed: after a comma nothing stands yet.
        return shape.Arguments.Any(argument => argument.First >= argument.End) ? null : shape;
    }

    /// <summary>The shape of a name; null where no bracket follows.</summary>
    public static CallShape? Named(LexedText text, int name)
    {
        if (text.Is(name + 1, "(") || text.Is(name + 1, "[")) return At(text, name + 1);
        if (!text.Is(name + 1, "<")) return null;
        var depth = 0;
        for (var i = name + 1; i < text.Count && i - name < LongestGenerics; i++)
        {
            depth += text.Is(i, "<") ? 1 : text.Is(i, ">") ? -1 : 0;
            if (depth == 0) return text.Is(i + 1, "(") && At(text, i + 1) is { } shape && shape.Name == name ? shape : null;
        }

        return null;
    }

    /// <summary>True when this stands among the arguments of another, or around it.</summary>
    public bool IsIn(CallShape other) => (Name > other.Opener && Name < other.Closer) || (other.Name > Opener && other.Name < Closer);

    /// <summary>What stands between an argument and the next: the comma and the space around it.</summary>
    public string Between(int argument)
    {
        if (argument < 0 || argument + 1 >= Arguments.Length) return ", ";
        var start = Text.EndOf(Arguments[argument].End - 1);
        return Text.Text[start..Text.StartOf(Arguments[argument + 1].First)];
    }

    /// <summary>What stands between a token and the next.</summary>
    public string Gap(int token) => Text.Text[Text.EndOf(token)..Text.StartOf(token + 1)];

    /// <summary>An argument as it is written.</summary>
    public string RawOf((int First, int End) argument) =>
        argument.End <= argument.First ? "" : Text.Text[Text.StartOf(argument.First)..Text.EndOf(argument.End - 1)];

    private static bool IsDeclared(LexedText text, int name)
    {
        var before = name - 1;
        if (text.IsBreak(before)) return false;
        // `Order Load(`, `List<Order> Load(`, `Order[] Load(`, `void Load(`, `def load(`, `new Order(` is none.
        if (text.IsWord(before)) return !text.Is(before, "new") && !Keywords.ComeBeforeExpression(text.TextOf(before));
        return text.Is(before, ">") || text.Is(before, "]") || text.Is(before, "?");
    }

    private static ImmutableArray<(int First, int End)> Split(LexedText text, int opener, int closer)
    {
        var arguments = ImmutableArray.CreateBuilder<(int, int)>();
        var depth = 0;
        var (first, end) = (SkipBreaks(text, opener + 1), closer);
        if (first >= closer) return [];
        for (var i = first; i < closer; i++)
        {
            depth += Brackets.DepthOf(text.TextOf(i));
            if (depth != 0 || !text.Is(i, ",")) continue;
            arguments.Add((first, WithoutBreaks(text, first, i)));
            first = SkipBreaks(text, i + 1);
        }

        arguments.Add((Math.Min(first, end), WithoutBreaks(text, Math.Min(first, end), end)));
        return arguments.ToImmutable();
    }

    private static int SkipBreaks(LexedText text, int at)
    {
        while (at < text.Count && text.IsBreak(at)) at++;
        return at;
    }

    private static int WithoutBreaks(LexedText text, int first, int end)
    {
        while (end > first && text.IsBreak(end - 1)) end--;
        return end;
    }
}
