using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Analysis.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>What the methods of collections, texts and wrappers do with what they are given.</summary>
internal static class CollectionMethods
{
    // Static methods of these namespaces give on what they are given.
    private static readonly HashSet<string> TextNamespaces =
    [
        "System.Linq", "System.Text", "System.Text.RegularExpressions", "System.Text.Json", "System.Collections.Generic",
        "System.Collections.Immutable", "System.Web", "System.Net", "System.Threading.Tasks", "System.Runtime.CompilerServices",
        "Microsoft.AspNetCore.WebUtilities", "Microsoft.Extensions.Primitives", "Newtonsoft.Json", "Newtonsoft.Json.Linq",
    ];

    /// <summary>True for methods that give back what they are called on, or a view or a copy of it.</summary>
    public static bool IsTransparent(IMethodSymbol method) => method.Name switch
    {
        "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" or "Unwrap" => true,
        "FromResult" or "WhenAll" or "WhenAny" => method.ContainingType.Name is "Task" or "ValueTask",
        "GetEnumerator" or "GetAsyncEnumerator" or "AsEnumerable" or "AsQueryable" or "AsReadOnly" or "AsSpan" or "AsMemory" or "ToList" or "ToArray"
            or "ToHashSet" or "ToImmutableArray" or "ToImmutableList" or "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "Skip" or "Take"
            or "Distinct" or "Reverse" or "Cast" or "OfType" or "AsParallel" or "ToListAsync" or "ToArrayAsync" or "Clone" or "TakeWhile" or "SkipWhile"
            or "Repeat" or "GetValueOrDefault" or "ToDictionary" or "ToLookup" or "GroupBy" or "AsNoTracking" or "Include" => !IsText(method),
        _ => false,
    };

    /// <summary>True for methods that give back one of the elements.</summary>
    public static bool GivesElement(IMethodSymbol method) => method.Name switch
    {
        "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "Find" or "FindLast"
            or "Peek" or "Pop" or "Dequeue" or "Take" or "Min" or "Max" or "MinBy" or "MaxBy" or "get_Item" or "FirstAsync" or "FirstOrDefaultAsync"
            or "SingleAsync" or "SingleOrDefaultAsync" or "GetValue" or "ElementAtAsync" or "Receive" or "ReceiveAsync" => !IsText(method),
        _ => false,
    };

    /// <summary>True for static methods whose result is made of their arguments.</summary>
    public static bool GivesOn(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return TextNamespaces.Contains(space)
            || (space == "System" && type.Name is not ("Environment" or "Console" or "AppContext" or "Activator" or "GC"))
            || (space == "System.IO" && type.Name == "Path");
    }

    /// <summary>True for methods that put their arguments into what they are called on.</summary>
    public static bool PutsIn(string name) =>
        name.StartsWith("Append", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal)
        || name is "Insert" or "InsertRange" or "Push" or "Enqueue" or "TryAdd" or "TryEnqueue" or "TryWrite" or "Write" or "WriteLine" or "WriteAsync"
            or "WriteLineAsync" or "UnionWith" or "SetValue" or "CopyTo" or "CopyToAsync" or "set_Item" or "Set" or "Post" or "SendAsync" or "TryUpdate";

    /// <summary>True for types whose elements are worth telling from the whole.</summary>
    public static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type.ContainingNamespace.IsInOrBelow("System.Collections") || type.Name is "Enumerable" or "Array");

    /// <summary>A collection after a method put something into it.</summary>
    public static TaintValue Put(
        TaintValue whole, string method, ImmutableArray<IArgumentOperation> arguments, TaintValue[] put, Spot at, string message)
    {
        var value = put[^1].Via(at, message);
        if (method.EndsWith("Range", StringComparison.Ordinal) || method == "UnionWith") return whole.AddElement(value.Read(TaintValue.AnyElement));
        // dictionary.Add("key", value)
        if (put.Length == 2 && method is "Add" or "TryAdd" or "set_Item" or "SetValue" && arguments[^2].Value.ConstantValue is { HasValue: true, Value: { } key } && key is not int)
            return whole.Write($"[{Convert.ToString(key, CultureInfo.InvariantCulture)?.Replace('.', '·')}]", value);
        return put.Length == 2 && !put[0].IsClean ? whole.AddElement(value.Write("Key", put[0].Via(at, message))) : whole.AddElement(value);
    }

    /// <summary>True for Regex.Replace(text, "[^a-z0-9]", ""), which leaves nothing that means something to an interpreter.</summary>
    public static bool KeepsOnlyWordCharacters(IInvocationOperation call)
    {
        var texts = call.Arguments.Select(argument => argument.Value.ConstantValue).Where(constant => constant is { HasValue: true, Value: string }).Select(constant => (string)constant.Value!).ToList();
        var pattern = texts.Find(text => text.StartsWith("[^", StringComparison.Ordinal));
        return pattern is not null && texts[^1].All(char.IsLetterOrDigit) && NamesOnlyWordCharacters(pattern);
    }

    private static bool NamesOnlyWordCharacters(string pattern)
    {
        var end = pattern.IndexOf(']', 2);
        if (end < 0) return false;
        var inside = pattern[2..end].Replace("\\w", "", StringComparison.Ordinal).Replace("\\d", "", StringComparison.Ordinal).Replace("\\s", "", StringComparison.Ordinal);
        return inside.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ');
    }

    private static bool IsText(IMethodSymbol method) => method.ContainingType.SpecialType == SpecialType.System_String;
}
