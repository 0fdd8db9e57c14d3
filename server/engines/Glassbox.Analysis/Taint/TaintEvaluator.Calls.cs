using Glassbox.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint;

// Calls: what they take, give back and change.
internal sealed partial class TaintEvaluator
{
    // Static methods of these namespaces give on what they are given.
    private static readonly HashSet<string> TextNamespaces =
    [
        "System.Linq", "System.Text", "System.Text.RegularExpressions", "System.Text.Json", "System.Collections.Generic",
        "System.Collections.Immutable", "System.Web", "System.Net", "System.Threading.Tasks", "System.Runtime.CompilerServices",
        "Microsoft.AspNetCore.WebUtilities", "Microsoft.Extensions.Primitives", "Newtonsoft.Json", "Newtonsoft.Json.Linq",
    ];

    private TaintValue EvaluateCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = Evaluate(call.Instance);
        var values = new TaintValue[call.Arguments.Length];
        var lambdas = new List<IFlowAnonymousFunctionOperation>();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = TaintValue.Clean;
            var argument = call.Arguments[i].Value;
            if (LambdaOf(argument) is { } lambda) lambdas.Add(lambda);
            else if (call.Arguments[i].Parameter?.RefKind != RefKind.Out) values[i] = Evaluate(argument);
        }

        var arguments = values.Aggregate(TaintValue.Clean, (all, one) => all.Union(one));
        if (method.IsExtensionMethod && call.Instance is null && values.Length > 0) receiver = values[0];
        if (EntryPoints.IsRouteRegistration(method)) RunLocalHandlers(call);
        var given = RunLambdas(call, lambdas, receiver.Union(arguments));
        CheckCallSinks(call, receiver, values);
        if (method.MethodKind == MethodKind.LocalFunction) return CallLocalFunction(call, values);
        if (FindSource(method, call) is { } source)
        {
            AssignOuts(call, source);
            return source;
        }

        var result = given ?? ResultOf(method, receiver, arguments);
        if (TaintModel.Instance.Find(ModelVerb.Clean, method) is { } cleaner) result = receiver.Union(arguments).Without(cleaner.Kinds);
        if (method is { Name: "GetFullPath", ContainingType.Name: "Path" }) result = result.Without(TaintKinds.Dots);
        if (method.Name is "Concat" or "Format" or "Join" && call.Arguments is [var first, ..] && SafeBeginning(LeftmostText(first.Value)))
            result = result.Without(TaintKinds.Redirect);
        AssignOuts(call, method.IsStatic && !method.IsExtensionMethod ? result.Union(IsFromLibrary(method) ? arguments : TaintValue.Clean) : receiver);
        ChangeReceiver(call, method, arguments);
        return result;
    }

    private static TaintValue ResultOf(IMethodSymbol method, TaintValue receiver, TaintValue arguments)
    {
        // Until summaries come, a method of the user's own is taken to give on its receiver only.
        if (!IsFromLibrary(method))
            return method.IsExtensionMethod ? receiver.AtMost(Contracts.Findings.Confidence.Medium) : receiver;
        if (TaintModel.Instance.Find(ModelVerb.Through, method) is not null) return receiver.Union(arguments);
        if (method.IsExtensionMethod) return method.ContainingType.Name == "Enumerable" ? receiver.Union(arguments) : receiver;
        if (method.IsStatic) return GivesOn(method) ? arguments : TaintValue.Clean;
        return method.ContainingType.SpecialType == SpecialType.System_String || ReturnsItsReceiver(method)
            ? receiver.Union(arguments)
            : receiver;
    }

    private static bool GivesOn(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return TextNamespaces.Contains(space)
            || (space == "System" && type.Name is not ("Environment" or "Console" or "AppContext" or "Activator"))
            || (space == "System.IO" && type.Name == "Path");
    }

    private TaintValue EvaluateCreation(IObjectCreationOperation creation)
    {
        var values = new TaintValue[creation.Arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Evaluate(creation.Arguments[i].Value);
        if (creation.Constructor is not { } constructor) return TaintValue.Clean;
        if (TaintModel.Instance.Find(ModelVerb.Sink, constructor) is { } sink) CheckArguments(sink, creation.Arguments, values, $"new {constructor.ContainingType.Name}");
        var gives = constructor.ContainingType.IsRecord || TaintModel.Instance.Find(ModelVerb.Through, constructor) is not null;
        return gives ? values.Aggregate(TaintValue.Clean, (all, one) => all.Union(one)) : TaintValue.Clean;
    }

    // Null where the call's result has nothing to do with what its lambdas give back.
    private TaintValue? RunLambdas(IInvocationOperation call, List<IFlowAnonymousFunctionOperation> lambdas, TaintValue inputs)
    {
        if (lambdas.Count == 0) return null;
        var method = call.TargetMethod;
        var isRoute = EntryPoints.IsRouteRegistration(method);
        var overElements = method.ContainingNamespace.IsInOrBelow("System.Linq") || method.ContainingNamespace.IsInOrBelow("System.Collections")
            || method.ContainingType.Name is "Array" or "Parallel" or "Task";
        var returned = TaintValue.Clean;
        foreach (var lambda in lambdas)
        {
            var body = graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, context.CancellationToken);
            var entry = isRoute ? EntryPoints.EnterHandler(lambda.Symbol, state)
                : overElements ? lambda.Symbol.Parameters.Aggregate(state, (at, parameter) =>
                    inputs.IsClean || parameter.Type.IsHarmless() ? at : at.Write(new Place(parameter), inputs))
                : state;
            returned = returned.Union(RunNested(body, entry));
        }

        return method.Name is "Select" or "SelectMany" or "ConvertAll" or "Aggregate" or "Run" or "ToDictionary" or "ContinueWith" ? returned : null;
    }

    // app.MapGet("/x", Show), where Show is a local function.
    private void RunLocalHandlers(IInvocationOperation call)
    {
        foreach (var reference in call.Descendants().OfType<IMethodReferenceOperation>())
        {
            var function = reference.Method.OriginalDefinition;
            if (function.MethodKind != MethodKind.LocalFunction || !visitedLocalFunctions.Add(function)) continue;
            routeHandlers.Add(function);
        }

        foreach (var function in routeHandlers)
            RunNested(graph.GetLocalFunctionControlFlowGraphInScope(function, context.CancellationToken), EntryPoints.EnterHandler(function, state));
    }

    private static IFlowAnonymousFunctionOperation? LambdaOf(IOperation argument) => argument switch
    {
        IFlowAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda } => lambda,
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        _ => null,
    };

    private TaintValue CallLocalFunction(IInvocationOperation call, TaintValue[] values)
    {
        var function = call.TargetMethod.OriginalDefinition;
        visitedLocalFunctions.Add(function);
        var entry = state;
        for (var i = 0; i < values.Length; i++)
        {
            if (call.Arguments[i].Parameter?.OriginalDefinition is { } parameter && !values[i].IsClean)
                entry = entry.Write(new Place(parameter), values[i].Via(call.Arguments[i].Syntax.Span, $"'{parameter.Name}' takes it"));
        }

        return RunNested(graph.GetLocalFunctionControlFlowGraphInScope(function, context.CancellationToken), entry);
    }

    private void AssignOuts(IInvocationOperation call, TaintValue value)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out) Assign(argument.Value, value, argument.Value);
            else if (argument.Parameter?.RefKind is RefKind.Ref && PlaceOf(argument.Value) is { } place) state = state.Add(place, value);
        }
    }

    private void ChangeReceiver(IInvocationOperation call, IMethodSymbol method, TaintValue arguments)
    {
        var target = call.Instance ?? (method.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (!IsFromLibrary(method) || PlaceOf(target) is not { } place) return;
        if (method is { Name: "Clear", Parameters.Length: 0 }) state = state.Write(place, TaintValue.Clean);
        else if (!arguments.IsClean && PutsIn(method.Name))
            state = state.Add(place, arguments.Via(call.Syntax.Span, $"{method.ContainingType.Name}.{method.Name} takes it"));
    }

    private static bool PutsIn(string name) =>
        name.StartsWith("Append", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal)
        || name is "Insert" or "InsertRange" or "Push" or "Enqueue" or "TryAdd" or "Write" or "WriteLine" or "WriteAsync"
            or "WriteLineAsync" or "UnionWith" or "SetValue" or "CopyTo" or "CopyToAsync";

    private static bool ReturnsItsReceiver(IMethodSymbol method) =>
        method is { IsStatic: false, ContainingType.Name: "StringBuilder" }
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    private static bool IsFromLibrary(IMethodSymbol method) => method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;
}
