using System.Collections.Immutable;

namespace Glassbox.Completion.NextEdit;

/// <summary>An edit of the arguments in one pair of brackets, for all pairs behind the same name with as many arguments.</summary>
internal static class CallPlaces
{
    private const int MostLevels = 3;

    public static ImmutableArray<Place> Find(TokenEdit edit)
    {
        var opener = Brackets.OpenerBefore(edit.Old, edit.OldFirst);
        var newOpener = Brackets.OpenerBefore(edit.Now, edit.NewFirst);
        for (var level = 0; level < MostLevels && opener >= 0 && newOpener >= 0; level++)
        {
            if (Pattern.Of(edit, opener, newOpener) is { } pattern && pattern.FindAll() is { IsEmpty: false } found) return found;
            (opener, newOpener) = (Brackets.OpenerBefore(edit.Old, opener), Brackets.OpenerBefore(edit.Now, newOpener));
        }

        return [];
    }

    private sealed class Pattern
    {
        private readonly CallShape before;
        private readonly CallShape after;
        private readonly int kept;
        private readonly int keptAtEnd;

        private Pattern(CallShape before, CallShape after, int kept, int keptAtEnd)
        {
            this.before = before;
            this.after = after;
            this.kept = kept;
            this.keptAtEnd = keptAtEnd;
        }

        public static Pattern? Of(TokenEdit edit, int opener, int newOpener)
        {
            if (CallShape.At(edit.Old, opener) is not { } before || CallShape.At(edit.Now, newOpener) is not { } after) return null;
            if (!TokenEdit.Same(edit.Old, before.Name, edit.Now, after.Name)) return null;
            // The edit reaches beyond these brackets: then it is none of their arguments.
            if (before.Closer < edit.OldEnd || after.Closer < edit.NewEnd) return null;
            var (old, now) = (before.Arguments, after.Arguments);
            var kept = 0;
            while (kept < Math.Min(old.Length, now.Length) && Same(before, old[kept], after, now[kept])) kept++;
            var keptAtEnd = 0;
            while (keptAtEnd < Math.Min(old.Length, now.Length) - kept && Same(before, old[^(keptAtEnd + 1)], after, now[^(keptAtEnd + 1)])) keptAtEnd++;
            return kept + keptAtEnd == old.Length && kept + keptAtEnd == now.Length ? null : new Pattern(before, after, kept, keptAtEnd);
        }

        private ReadOnlySpan<(int First, int End)> Gone => before.Arguments.AsSpan()[kept..^keptAtEnd];

        private ReadOnlySpan<(int First, int End)> Come => after.Arguments.AsSpan()[kept..^keptAtEnd];

        public ImmutableArray<Place> FindAll()
        {
            var now = after.Text;
            var name = now.TextOf(after.Name);
            var places = ImmutableArray.CreateBuilder<Place>();
            for (var i = 0; i < now.Count; i++)
            {
                if (i == after.Name || !now.Is(i, name) || CallShape.Named(now, i) is not { } place) continue;
                if (place.Arguments.Length != before.Arguments.Length || place.IsDeclaration != after.IsDeclaration || place.IsIn(after)) continue;
                if (!now.Is(place.Opener, now.TextOf(after.Opener))) continue;
                if (Apply(place) is { } made) places.Add(made);
            }

            return places.ToImmutable();
        }

        private Place? Apply(CallShape place)
        {
            var holes = new Holes();
            var agreeing = 0;
            for (var i = 0; i < place.Arguments.Length; i++)
            {
                if (i >= kept && i < before.Arguments.Length - keptAtEnd) continue;
                var source = before.Arguments[i];
                var same = Same(before, source, place, place.Arguments[i]);
                if (same) agreeing++;
                if (source.End == source.First + 1 && before.Text.IsName(source.First)) holes.Fill(before.Text.TextOf(source.First), place.RawOf(place.Arguments[i]));
            }

            if (before.Receiver >= 0 && place.Receiver >= 0) holes.Fill(before.Text.TextOf(before.Receiver), place.Text.TextOf(place.Receiver));
            string? wrapped = null;
            for (var i = 0; i < Gone.Length; i++)
            {
                if (!Matches(Gone[i], place, place.Arguments[kept + i], holes, ref wrapped)) return null;
            }

            // A text or number that only comes here fits elsewhere only where the rest agrees.
            if (Gone.IsEmpty && ComesOnlyLiteral() && before.Arguments.Length > 0 && agreeing == 0) return null;
            return Build(place, holes, wrapped, Gone.IsEmpty && agreeing == 0 ? 0.75 : 0.9);
        }

        // What went must stand here too, but for what was only moved into something else.
        private bool Matches((int First, int End) source, CallShape place, (int First, int End) argument, Holes holes, ref string? wrapped)
        {
            if (IsWrapped(source) is var at and >= 0)
            {
                if (IsDone(at, source.End - source.First, place, argument)) return false;
                wrapped = place.RawOf(argument);
                return true;
            }

            if (source.End - source.First != argument.End - argument.First) return false;
            for (var i = 0; i < source.End - source.First; i++)
            {
                var (from, to) = (source.First + i, argument.First + i);
                if (TokenEdit.Same(before.Text, from, place.Text, to)) continue;
                if (!before.Text.MayDiffer(from) || !place.Text.MayDiffer(to) || !Comes(from)) return false;
                if (!holes.Fill(before.Text.TextOf(from), place.Text.TextOf(to))) return false;
            }

            return true;
        }

        // Where among the tokens that came an argument that went stands whole, or -1.
        private int IsWrapped((int First, int End) source)
        {
            if (Gone.Length != 1 || Come.Length != 1) return -1;
            var length = source.End - source.First;
            for (var at = Come[0].First; at + length <= Come[0].End; at++)
            {
                var same = length > 0;
                for (var i = 0; same && i < length; i++) same = TokenEdit.Same(before.Text, source.First + i, after.Text, at + i);
                if (same) return at;
            }

            return -1;
        }

        // It begins and ends already with what was put around.
        private bool IsDone(int at, int length, CallShape place, (int First, int End) argument)
        {
            var (head, tail) = (at - Come[0].First, Come[0].End - at - length);
            if (argument.End - argument.First < head + tail) return false;
            for (var i = 0; i < head; i++) if (!TokenEdit.Same(after.Text, Come[0].First + i, place.Text, argument.First + i)) return false;
            for (var i = 1; i <= tail; i++) if (!TokenEdit.Same(after.Text, Come[0].End - i, place.Text, argument.End - i)) return false;
            return true;
        }

        private bool Comes(int token)
        {
            foreach (var argument in Come)
            {
                for (var i = argument.First; i < argument.End; i++)
                {
                    if (TokenEdit.Same(before.Text, token, after.Text, i)) return true;
                }
            }

            return false;
        }

        private bool ComesOnlyLiteral()
        {
            foreach (var argument in Come)
            {
                for (var i = argument.First; i < argument.End; i++)
                {
                    if (after.Text.IsWord(i)) return false;
                }
            }

            return true;
        }

        private Place? Build(CallShape place, Holes holes, string? wrapped, double confidence)
        {
            var text = place.Text;
            var arguments = place.Arguments;
            var end = arguments.Length - keptAtEnd;
            var written = Lines.Reindent(
                Written(holes, wrapped), text.IndentAt(text.StartOf(after.Name)), text.IndentAt(text.StartOf(place.Name)));
            if (Come.IsEmpty)
            {
                // The comma goes with the argument: the one before it, or, where it is the first, the one after it.
                var start = kept > 0 ? text.EndOf(arguments[kept - 1].End - 1) : text.StartOf(arguments[0].First);
                var stop = kept > 0 || end == arguments.Length ? text.EndOf(arguments[end - 1].End - 1) : text.StartOf(arguments[end].First);
                return Place.Of(text.Text, start, stop, "", confidence);
            }

            if (!Gone.IsEmpty) return Place.Of(text.Text, text.StartOf(arguments[kept].First), text.EndOf(arguments[end - 1].End - 1), written, confidence);
            if (arguments.IsEmpty) return Insert(text.EndOf(place.Opener), written);
            return kept == arguments.Length
                ? Insert(text.EndOf(arguments[^1].End - 1), after.Between(kept - 1) + written)
                : Insert(text.StartOf(arguments[kept].First), written + after.Between(after.Arguments.Length - keptAtEnd - 1));

            Place? Insert(int at, string what) => Place.Of(text.Text, at, at, what, confidence);
        }

        private string Written(Holes holes, string? wrapped)
        {
            if (Come.IsEmpty) return "";
            var (first, end) = (Come[0].First, Come[^1].End);
            if (wrapped is null) return holes.Write(after.Text, first, end);
            var at = IsWrapped(Gone[0]);
            var rest = at + Gone[0].End - Gone[0].First;
            var head = at > first ? holes.Write(after.Text, first, at) + after.Gap(at - 1) : "";
            var tail = rest < end ? after.Gap(rest - 1) + holes.Write(after.Text, rest, end) : "";
            return head + wrapped + tail;
        }

        private static bool Same(CallShape left, (int First, int End) one, CallShape right, (int First, int End) other)
        {
            if (one.End - one.First != other.End - other.First) return false;
            for (var i = 0; i < one.End - one.First; i++)
            {
                if (!TokenEdit.Same(left.Text, one.First + i, right.Text, other.First + i)) return false;
            }

            return true;
        }
    }
}
