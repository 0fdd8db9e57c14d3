using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Calls: what they take, give back and change.
internal sealed partial class TaintEvaluator
{
    private TaintModel Library => context.Program.Model;

    private TaintValue EvaluateCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = Evaluate(call.Instance);
        var values = new TaintValue[call.Arguments.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = call.Arguments[i].Parameter?.RefKind == RefKind.Out ? TaintValue.Clean : Evaluate(call.Arguments[i].Value);
        CheckCallSinks(call, receiver, values);
        if (EntryPoints.IsRouteRegistration(method)) return RunRouteHandlers(call, values);
        if (method.MethodKind == MethodKind.LocalFunction) return CallLocalFunction(method.OriginalDefinition, ArgumentsOf(call.Arguments, values), call.Syntax);
        if (method.MethodKind == MethodKind.DelegateInvoke) return Invoke(receiver, values, call.Syntax);
        foreach (var entry in Library.Find(ModelVerb.Source, method, call.Instance?.Type))
        {
            var source = Enter(entry, NameOfRead(call), entry.Confidence, call);
            if (entry.IsResult)
            {
                AssignOuts(call, source);
                return receiver.IsClean ? source : source.Mix(receiver);
            }

            Fill(call, entry.Where, source);
        }

        if (!IsFromLibrary(method) && context.Program.IsKnown(method))
        {
            var given = CallSource(method, call.Instance, call.Arguments, call, newValue: null, values, receiver);
            return method.OriginalDefinition.ReturnType is ITypeParameterSymbol && TypeHarms.IsNumber(call.Type) ? Unboxed(given) : given;
        }

        return CallLibrary(call, method, receiver, values);
    }

    private TaintValue CallLibrary(IInvocationOperation call, IMethodSymbol method, TaintValue receiver, TaintValue[] values)
    {
        var all = Sum(values);
        var isExtension = method.IsExtensionMethod && call.Instance is null && values.Length > 0;
        if (isExtension) receiver = values[0];
        if (!receiver.IsClean && ServiceTypes.Contain(call.Instance?.Type ?? (isExtension ? call.Arguments[0].Value.Type : null)))
        {
            receiver = TaintValue.Clean;
            if (isExtension) all = Sum(values[1..]);
        }

        var given = RunLambdas(method, values, isExtension ? 1 : 0, receiver, all);
        var result = given ?? ResultOf(method, receiver, values, all, isExtension);
        foreach (var flow in Library.Find(ModelVerb.Flow, method, call.Instance?.Type))
        {
            var from = flow.FromReceiver ? receiver : flow.From is { } named ? ValueAt(call.Arguments, values, named) : all;
            if (flow.ToResult) result = result.Mix(from);
            if (flow.ToReceiver && PlaceOf(call.Instance) is { } target) state = state.Change(target, whole => whole.Add(from));
            if (flow.To is { } position) FillWith(call, position, from);
        }

        var removed = Harms.None;
        foreach (var cleaner in Library.Find(ModelVerb.Sanitizer, method, call.Instance?.Type)) removed |= cleaner.Harms;
        if (removed == Harms.None) removed = SanitizerNames.Of(method.Name, method.ContainingType?.Name);
        if (removed != Harms.None)
        {
            result = receiver.Mix(all).Without(removed);
            // Some encoders write what they make.
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Type is { } to && to.IsOrInherits("System.IO.TextWriter") && PlaceOf(argument.Value) is { } writer)
                    state = state.Change(writer, whole => whole.Add(result));
            }
        }

        result = Refined(call, method, result, values);
        AssignOuts(call, method.IsStatic && !method.IsExtensionMethod ? result.Mix(IsFromLibrary(method) ? all : TaintValue.Clean) : receiver.Read(TaintValue.AnyElement));
        ChangeReceiver(call, method, values, isExtension);
        // A number that is read as one was written as one; one that is parsed may be any.
        if (!result.IsClean && TypeHarms.IsNumber(call.Type) && !method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name == "ReadOnlySpan")) result = Unboxed(result);
        return result.WithoutConstant();
    }

    // What a library method gives back where nothing is said of it.
    private static TaintValue ResultOf(IMethodSymbol method, TaintValue receiver, TaintValue[] values, TaintValue all, bool isExtension)
    {
        if (method is { Name: "GetType", Parameters.Length: 0, IsStatic: false }) return TaintValue.Clean;
        // A method of the user's own that has no body to look at, as an abstract one.
        if (!IsFromLibrary(method)) return receiver.Mix(all).AtMost(Confidence.Medium);
        if (CollectionMethods.IsTransparent(method)) return method.IsStatic && !isExtension && values.Length > 0 ? values[0] : receiver;
        if (CollectionMethods.GivesElement(method)) return receiver.Read(TaintValue.AnyElement);
        // However long a text is, it is there; where something stands in it is no number that somebody chose.
        if (TypeHarms.IsNumber(method.ReturnType) && (!method.IsStatic || method.IsExtensionMethod)) return TaintValue.Clean;
        if (isExtension) return method.ContainingType.Name is "Enumerable" or "Queryable" or "MemoryExtensions" or "ImmutableArray" ? receiver.Mix(all) : receiver;
        if (method.IsStatic) return CollectionMethods.GivesOn(method) ? all : TaintValue.Clean;
        return method.ContainingType.SpecialType == SpecialType.System_String || ReturnsItsReceiver(method) ? receiver.Mix(all) : receiver;
    }

    private TaintValue Refined(IInvocationOperation call, IMethodSymbol method, TaintValue result, TaintValue[] values)
    {
        if (result.IsClean) return result;
        var type = method.ContainingType;
        switch (method.Name)
        {
            case "ReplaceLineEndings" when type.SpecialType == SpecialType.System_String:
                return result.Without(Harms.Log | Harms.Header | Harms.Mail);
            case "Replace" when type.SpecialType == SpecialType.System_String && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: "\n" or '\n' or "\r" or '\r' or "\r\n" }:
                return result.Without(Harms.Log | Harms.Header | Harms.Mail);
            case "GetFullPath" when type.Name == "Path":
                return result.Without(Harms.Dots);
            case "Concat" or "Format" or "Join" or "Combine" when call.Arguments is [var first, ..]:
                if (Array.Exists(values, IsText)) result = result.Composed();
                return SafeBeginning(LeftmostText(first.Value)) && method.Name != "Combine" ? result.Without(Harms.Redirect | Harms.Request) : result;
            case "Append" or "AppendFormat" or "AppendLine" or "Insert" when type.Name == "StringBuilder":
                return result.Composed();
            case "Replace" when type.Name == "Regex" && CollectionMethods.KeepsOnlyWordCharacters(call):
                return TaintValue.Clean;
            case "MakeRelativeUri" or "GetComponents" when type.Name == "Uri":
                return result.Without(Harms.Redirect | Harms.Request);
            case "ToString" when values.Length > 0 && type.SpecialType != SpecialType.System_String && TypeHarms.Of(type) != Harms.All:
                return TaintValue.Clean;
            default:
                return result;
        }
    }

    private TaintValue EvaluateCreation(IObjectCreationOperation creation)
    {
        var values = new TaintValue[creation.Arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Evaluate(creation.Arguments[i].Value);
        if (creation.Constructor is not { } constructor) return TaintValue.Clean;
        foreach (var sink in Library.Find(ModelVerb.Sink, constructor)) CheckArguments(sink, creation.Arguments, values, $"new {constructor.ContainingType.Name}");
        var fresh = TaintValue.Clean.AsNew(constructor.ContainingType.OriginalDefinition, creation.Syntax);
        if (!IsFromLibrary(constructor.ContainingType)) return CreateFromSource(creation, constructor, values, fresh);
        foreach (var source in Library.Find(ModelVerb.Source, constructor)) fresh = fresh.Add(Enter(source, NameOfRead(creation), source.Confidence, creation));
        var keeps = constructor.ContainingType.IsRecord || IsException(constructor.ContainingType);
        foreach (var flow in Library.Find(ModelVerb.Flow, constructor))
        {
            if (flow.From is { } from) fresh = fresh.Add(ValueAt(creation.Arguments, values, from));
            else keeps = true;
        }

        foreach (var cleaner in Library.Find(ModelVerb.Sanitizer, constructor)) return Sum(values).Without(cleaner.Harms);
        // A delegate is called later, a collection holds what it was made of.
        if (constructor.ContainingType.TypeKind == TypeKind.Delegate) return values is [var target] ? target : TaintValue.Clean;
        if (values is [var copied] && CollectionMethods.IsCollection(constructor.ContainingType) && !copied.Members.IsEmpty) return copied.AsNew(constructor.ContainingType.OriginalDefinition, creation.Syntax);
        var given = keeps ? fresh.Add(Sum(values)) : fresh;
        RunUnknownUses(values);
        return given;
    }

    private static bool IsException(INamedTypeSymbol type) => type.IsOrInherits("System.Exception");

    private static TaintValue Sum(TaintValue[] values)
    {
        var all = TaintValue.Clean;
        foreach (var value in values)
        {
            if (!value.IsClean) all = all.Mix(value);
        }

        return all.WithoutConstant();
    }

    private static TaintValue ValueAt(ImmutableArray<IArgumentOperation> arguments, TaintValue[] values, SinkPosition position)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (arguments[i].Parameter?.Name == position.Parameter) return values[i];
        }

        return TaintValue.Clean;
    }

    private void Fill(IInvocationOperation call, ImmutableArray<SinkPosition> positions, TaintValue source)
    {
        foreach (var position in positions) FillWith(call, position, source);
    }

    // Stream.Read(buffer): the argument is what gets the value.
    private void FillWith(IInvocationOperation call, SinkPosition position, TaintValue value)
    {
        if (value.IsClean) return;
        if (position.Parameter == SinkPosition.Receiver)
        {
            if (PlaceOf(call.Instance) is { } receiver) state = state.Change(receiver, whole => whole.Add(value));
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name != position.Parameter) continue;
            if (PlaceOf(argument.Value) is { } place) state = state.Change(place, whole => whole.Add(value));
        }
    }

    private void AssignOuts(IInvocationOperation call, TaintValue value)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out) Assign(argument.Value, value.WithoutConstant(), argument.Value);
            else if (argument.Parameter?.RefKind is RefKind.Ref && PlaceOf(argument.Value) is { } place) state = state.Change(place, whole => whole.Add(value).WithoutConstant());
        }
    }

    private void ChangeReceiver(IInvocationOperation call, IMethodSymbol method, TaintValue[] values, bool isExtension)
    {
        var target = call.Instance ?? (isExtension ? call.Arguments[0].Value : null);
        if (!IsFromLibrary(method) || PlaceOf(target) is not { } place) return;
        if (method is { Name: "Clear", Parameters.Length: 0 })
        {
            state = state.Write(place, TaintValue.Clean.As(call.Syntax));
            return;
        }

        var put = isExtension ? values[1..] : values;
        if (put.Length == 0 || !CollectionMethods.PutsIn(method.Name)) return;
        var at = Spot.Of(call.Syntax);
        var message = $"{method.ContainingType.Name}.{method.Name} takes it";
        state = state.Change(place, whole => CollectionMethods.IsCollection(method.ContainingType)
            ? CollectionMethods.Put(whole, method.Name, call.Arguments, put, at, message)
            : whole.Add(Sum(put).Via(at, message)));
    }

    private static bool ReturnsItsReceiver(IMethodSymbol method) =>
        method is { IsStatic: false, ContainingType.Name: "StringBuilder" }
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    private static bool IsFromLibrary(ISymbol member) => member.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && !member.IsImplicitlyDeclared;
}
