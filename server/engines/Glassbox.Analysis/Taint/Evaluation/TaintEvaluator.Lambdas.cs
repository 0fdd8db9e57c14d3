using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Lambdas, local functions and delegates: run where they are called, on the state of that moment.
internal sealed partial class TaintEvaluator
{
    private int inlining;
    private SyntaxNode? outerSite;

    private TaintValue CreateLambda(IFlowAnonymousFunctionOperation lambda)
    {
        var callable = new LambdaCallable(lambda, this, state.Read(Place.This));
        // Where it is handed over, the call decides what it is given.
        if (lambda.Syntax.Parent is not ArgumentSyntax) InvokeOne(callable, [], lambda.Syntax);
        return TaintValue.Of(callable);
    }

    private TaintValue Invoke(TaintValue target, TaintValue[] values, SyntaxNode call)
    {
        // An unknown delegate is taken to make its result of what it is given.
        if (target.Callables.IsEmpty) return Sum(values).AtMost(Confidence.Medium);
        TaintValue? result = null;
        foreach (var callable in target.Callables)
        {
            var one = InvokeOne(callable, values, call);
            result = result?.Join(one) ?? one;
        }

        return result!;
    }

    private TaintValue InvokeOne(Callable callable, TaintValue[] values, SyntaxNode call)
    {
        switch (callable)
        {
            case LambdaCallable lambda:
                return RunLambda(lambda, Seed(lambda.Lambda.Symbol, values));
            case MethodCallable { Method.MethodKind: MethodKind.LocalFunction } local:
                return local.Owner == this || depth > local.Owner.depth ? CallLocalFunction(local.Method.OriginalDefinition, Seed(local.Method.OriginalDefinition, values), call) : TaintValue.Clean;
            case MethodCallable method when context.Program.IsKnown(method.Method):
                var given = new TaintValue[method.Method.Parameters.Length];
                for (var i = 0; i < given.Length; i++) given[i] = i < values.Length ? values[i] : TaintValue.Clean;
                return CallTargets(method.Method, new CallSite(method.Receiver, null, given, new Place?[given.Length], call));
            default:
                return Sum(values);
        }
    }

    private static List<(IParameterSymbol, TaintValue)> Seed(IMethodSymbol method, TaintValue[] values)
    {
        var seeds = new List<(IParameterSymbol, TaintValue)>();
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var value = i < values.Length ? values[i] : TaintValue.Clean;
            seeds.Add((method.Parameters[i], value.IsClean ? value : value.Without(~TypeHarms.Of(method.Parameters[i].Type))));
        }

        return seeds;
    }

    private TaintValue RunLambda(LambdaCallable callable, IEnumerable<(IParameterSymbol Parameter, TaintValue Value)> seeds)
    {
        if (depth >= DeepestNesting) return TaintValue.Clean;
        var owner = callable.Owner;
        var self = state.Read(Place.This);
        var entry = state.Write(Place.This, callable.Receiver);
        foreach (var (parameter, value) in seeds) entry = entry.Write(parameter, value);
        var evaluator = new TaintEvaluator(owner.context, owner.graph.GetAnonymousFunctionControlFlowGraphInScope(callable.Lambda, context.CancellationToken), this) { inlining = inlining };
        evaluator.Run(entry, reporting);
        if (evaluator.exitState is { } left) state = state.Join(owner == this ? left : left.Write(Place.This, self));
        return evaluator.Returned;
    }

    // Null where the call's result has nothing to do with what its lambdas give back.
    private TaintValue? RunLambdas(IMethodSymbol method, TaintValue[] values, int first, TaintValue receiver, TaintValue all)
    {
        if (!Array.Exists(values, value => !value.Callables.IsEmpty)) return null;
        var overElements = method.ContainingNamespace.IsInOrBelow("System.Linq") || method.ContainingNamespace.IsInOrBelow("System.Collections")
            || method.ContainingType.Name is "Array" or "Parallel" or "Task" or "EntityFrameworkQueryableExtensions";
        var source = !receiver.IsClean ? receiver : Array.Find(values, value => !value.IsClean) ?? TaintValue.Clean;
        var element = source.Read(TaintValue.AnyElement);
        TaintValue? returned = null;
        for (var i = first; i < values.Length; i++)
        {
            foreach (var callable in values[i].Callables)
            {
                var given = overElements && !source.IsClean ? Enumerable.Repeat(method.Name == "ContinueWith" ? source : element, 4).ToArray() : [];
                var one = InvokeOne(callable, given, graph.OriginalOperation.Syntax);
                returned = returned?.Join(one) ?? one;
            }
        }

        if (returned is null) return null;
        return method.Name switch
        {
            "Select" or "ConvertAll" or "ToDictionary" or "Zip" or "Join" => TaintValue.Clean.AddElement(returned),
            "SelectMany" or "Aggregate" or "Run" or "ContinueWith" or "StartNew" or "Create" or "GetOrAdd" or "Invoke" => returned,
            _ => null,
        };
    }

    private void RunUnknownUses(TaintValue[] values)
    {
        foreach (var value in values)
        {
            foreach (var callable in value.Callables)
            {
                if (callable is LambdaCallable) InvokeOne(callable, [], graph.OriginalOperation.Syntax);
            }
        }
    }

    // app.MapGet("/x", (string name) => …) and app.MapGet("/x", Show)
    private TaintValue RunRouteHandlers(IInvocationOperation call, TaintValue[] values)
    {
        foreach (var callable in values.SelectMany(value => value.Callables))
        {
            switch (callable)
            {
                case LambdaCallable lambda:
                    RunLambda(lambda, EntryPoints.HandlerSeeds(lambda.Lambda.Symbol));
                    break;
                case MethodCallable { Method.MethodKind: MethodKind.LocalFunction } local:
                    CallLocalFunction(local.Method.OriginalDefinition, EntryPoints.HandlerSeeds(local.Method.OriginalDefinition), call.Syntax);
                    break;
                case MethodCallable method when context.Program.IsKnown(method.Method):
                    var given = new TaintValue[method.Method.Parameters.Length];
                    Array.Fill(given, TaintValue.Clean);
                    foreach (var (parameter, value) in EntryPoints.HandlerSeeds(method.Method.OriginalDefinition)) given[parameter.Ordinal] = value;
                    CallTargets(method.Method, new CallSite(method.Receiver, null, given, new Place?[given.Length], call.Syntax));
                    break;
            }
        }

        return TaintValue.Clean;
    }

    private static List<(IParameterSymbol, TaintValue)> ArgumentsOf(ImmutableArray<IArgumentOperation> arguments, TaintValue[] values)
    {
        var seeds = new List<(IParameterSymbol, TaintValue)>();
        for (var i = 0; i < values.Length; i++)
        {
            if (arguments[i].Parameter?.OriginalDefinition is { } parameter)
                seeds.Add((parameter, values[i].Via(Spot.Of(arguments[i].Syntax), $"'{parameter.Name}' takes it")));
        }

        return seeds;
    }

    private TaintValue CallLocalFunction(IMethodSymbol function, IEnumerable<(IParameterSymbol Parameter, TaintValue Value)> seeds, SyntaxNode call)
    {
        visitedLocalFunctions.Add(function);
        if (around is not null) around.NoteVisited(function);
        var entry = state;
        foreach (var (parameter, value) in seeds) entry = entry.Write(parameter, value);
        return OwnerOf(function) is { } owner
            ? RunNested(owner.graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken), entry, owner.context)
            : TaintValue.Clean;
    }

    private void NoteVisited(IMethodSymbol function)
    {
        visitedLocalFunctions.Add(function);
        around?.NoteVisited(function);
    }

    // A local function belongs to the graph that declares it or to one around that.
    private TaintEvaluator? OwnerOf(IMethodSymbol function)
    {
        for (var at = this; at is not null; at = at.around)
        {
            if (at.graph.LocalFunctions.Contains(function, SymbolEqualityComparer.Default)) return at;
        }

        return null;
    }
}
