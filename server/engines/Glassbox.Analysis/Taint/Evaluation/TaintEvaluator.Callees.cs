using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Summaries;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Calls of methods whose bodies are there: what those do is known in terms of what they are given.
internal sealed partial class TaintEvaluator
{
    private const int DeepestInlining = 3;
    private const int LongestWay = 24;

    private TaintValue CallSource(
        IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IOperation call,
        TaintValue? newValue = null, TaintValue[]? values = null, TaintValue? receiver = null)
    {
        receiver ??= Evaluate(instance);
        var given = new TaintValue[method.Parameters.Length];
        var places = new Place?[given.Length];
        Array.Fill(given, TaintValue.Clean);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Parameter is not { } parameter || parameter.Ordinal >= given.Length) continue;
            given[parameter.Ordinal] = values?[i] ?? Evaluate(arguments[i].Value);
            places[parameter.Ordinal] = PlaceOf(arguments[i].Value);
        }

        if (newValue is not null && given.Length > 0) given[^1] = newValue;
        return CallTargets(method, new CallSite(receiver, PlaceOf(instance), given, places, call.Syntax));
    }

    private TaintValue CallTargets(IMethodSymbol method, CallSite site)
    {
        var targets = context.Program.TargetsOf(method, site.Receiver.Type);
        if (targets.IsEmpty) return Unknown(method, site);
        TaintValue? result = null;
        TaintState? after = null;
        var before = state;
        foreach (var target in targets)
        {
            state = before;
            var one = CallTarget(target, site);
            if (targets.Length > 1) one = one.AtMost(Confidence.Medium);
            result = result?.Join(one) ?? one;
            after = after?.Join(state) ?? state;
        }

        state = after!;
        return result!;
    }

    private TaintValue CallTarget(IMethodSymbol target, CallSite site)
    {
        if (Array.Exists(site.Values, value => !value.Callables.IsEmpty))
        {
            if (RunInline(target, site) is { } inlined) return inlined;
            RunUnknownUses(site.Values);
        }

        return context.Program.ResultOf(target) is { } body ? Apply(body, target, site) : Unknown(target, site);
    }

    // A text may be made of the arguments; an object that is looked up by them is not.
    private static TaintValue Unknown(IMethodSymbol method, CallSite site) => method.ReturnType.SpecialType == SpecialType.System_String
        ? site.Receiver.Mix(Sum(site.Values)).AtMost(Confidence.Medium)
        : TaintValue.OfTaints(site.Receiver.Taints).AtMost(Confidence.Medium);

    private TaintValue Apply(BodyResult body, IMethodSymbol target, CallSite site)
    {
        var at = Spot.Of(site.Syntax);
        var says = $"{NameOf(target)} gets it";
        if (reporting)
        {
            foreach (var sink in body.Sinks) CheckInnerSink(sink, site, at, says);
        }

        // All is computed from the state before the call, then written.
        var returned = Substitute(body.Returned, site, at, says);
        var receiver = body.Receiver is null ? null : Substitute(body.Receiver, site, at, says);
        var parameters = body.Parameters.Select(pair => (pair.Ordinal, Value: Substitute(pair.Value, site, at, says))).ToList();
        var statics = body.Statics.Select(pair => (pair.Name, Value: Substitute(pair.Value, site, at, says))).ToList();
        var thrown = Substitute(body.Thrown, site, at, says);
        foreach (var (ordinal, value) in parameters)
        {
            if (ordinal < site.Places.Length && site.Places[ordinal] is { } place) state = state.Change(place, _ => value);
        }

        if (receiver is not null && site.ReceiverPlace is { } owner) state = state.Change(owner, _ => receiver);
        foreach (var (name, value) in statics)
        {
            if (context.Program.StaticMember(name) is { } member) state = state.Write(member, value);
        }

        if (!thrown.IsClean) state = state.Write(Place.Thrown, state.Read(Place.Thrown).Join(thrown));
        return returned;
    }

    private void CheckInnerSink(InputSink sink, CallSite site, Spot at, string says)
    {
        var value = Bound(sink.Input.Root, site).ReadPath(sink.Input.Members);
        if (value.IsClean) return;
        TaintLabel? best = null;
        foreach (var taint in value.WithElements())
        {
            if ((taint.Harms & sink.Harm) == Harms.None) continue;
            var way = Extend(taint.Way, at, says, sink.Way);
            var confidence = Least(taint.Confidence, sink.Confidence);
            if (taint.Origin is TaintInput input)
                context.Findings.Add(sink with { Input = input, Way = way, Confidence = confidence, IsComposed = sink.IsComposed || taint.Harms.HasFlag(Harms.Composed) });
            else if (TrustPolicy.IsMeant(taint, sink.Harm) && (best is null || confidence > best.Confidence))
                best = taint with { Way = way, Confidence = confidence };
        }

        if (best is not null) context.Findings.Report(sink.Harm, best, sink.At, OuterSite(site.Syntax), sink.Display, best.Confidence);
    }

    private TaintValue Bound(InputRoot root, CallSite site)
    {
        if (root.IsThis) return site.Receiver;
        if (root.IsStatic) return context.Program.StaticMember(root.StaticName) is { } member ? state.Read(member) : TaintValue.Clean;
        return root.Parameter < site.Values.Length ? site.Values[root.Parameter] : TaintValue.Clean;
    }

    // What a value in terms of the callee's inputs is in terms of ours.
    private TaintValue Substitute(TaintValue value, CallSite site, Spot at, string says)
    {
        TaintValue? result = null;
        foreach (var taint in value.Taints)
        {
            var one = TaintValue.OfTaints([taint]);
            if (taint.Origin is TaintInput input)
            {
                one = Bound(input.Root, site).ReadPath(input.Members).Without(~(taint.Harms | Harms.Composed)).AtMost(taint.Confidence);
                if (taint.Harms.HasFlag(Harms.Composed)) one = one.Composed();
                if (taint.Way is not null) one = one.Map(mine => mine with { Way = Extend(mine.Way, at, says, taint.Way) });
            }

            result = result?.Join(one) ?? one;
        }

        result ??= TaintValue.Clean;
        foreach (var (name, member) in value.Members) result = result.Write(name, Substitute(member, site, at, says));
        return value.Constant.HasValue && value.Taints.IsEmpty ? result.WithConstant(value.Constant.Value) : result;
    }

    private static TaintLink? Extend(TaintLink? before, Spot at, string says, TaintLink? after)
    {
        if ((before?.Depth ?? 0) + (after?.Depth ?? 0) >= LongestWay) return before;
        return TaintLink.Join(before?.At == at ? before : new TaintLink(before, at, says), after);
    }

    // A method that calls what it is given is looked at together with what that is.
    private TaintValue? RunInline(IMethodSymbol target, CallSite site)
    {
        if (inlining >= DeepestInlining || depth >= DeepestNesting || context.Program.BodyOf(target, context.Findings) is not { } body) return null;
        var evaluator = new TaintEvaluator(body.Context, body.Graph, this) { inlining = inlining + 1, outerSite = OuterSite(site.Syntax) };
        var self = state.Read(Place.This);
        var entry = state.Write(Place.This, site.Receiver);
        for (var i = 0; i < site.Values.Length && i < body.Method.Parameters.Length; i++) entry = entry.Write(body.Method.Parameters[i], site.Values[i]);
        evaluator.Run(entry, reporting);
        var after = evaluator.exitState ?? entry;
        var receiver = after.Read(Place.This);
        foreach (var parameter in body.Method.Parameters) after = after.Forget(parameter);
        state = after.Write(Place.This, self);
        if (site.ReceiverPlace is { } owner) state = state.Change(owner, _ => receiver);
        return evaluator.Returned;
    }

    private TaintValue CreateFromSource(IObjectCreationOperation creation, IMethodSymbol constructor, TaintValue[] values, TaintValue fresh)
    {
        var given = new TaintValue[constructor.Parameters.Length];
        var places = new Place?[given.Length];
        Array.Fill(given, TaintValue.Clean);
        for (var i = 0; i < creation.Arguments.Length; i++)
        {
            if (creation.Arguments[i].Parameter is not { } parameter || parameter.Ordinal >= given.Length) continue;
            given[parameter.Ordinal] = values[i];
            places[parameter.Ordinal] = PlaceOf(creation.Arguments[i].Value);
        }

        var original = constructor.OriginalDefinition;
        if (context.Program.IsPrimary(original))
        {
            for (var i = 0; i < given.Length; i++) fresh = fresh.Write(original.Parameters[i].Name, given[i]);
        }

        if (context.Program.ResultOf(original) is not { } body) return fresh;
        var site = new CallSite(fresh, null, given, places, creation.Syntax);
        var at = Spot.Of(creation.Syntax);
        var says = $"new {constructor.ContainingType.Name} gets it";
        var created = body.Receiver is null ? fresh : Substitute(body.Receiver, site, at, says);
        Apply(body with { Receiver = null }, constructor, site);
        return created.AsNew(constructor.ContainingType.OriginalDefinition, creation.Syntax);
    }

    private static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor => $"new {method.ContainingType.Name}",
        MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol?.Name ?? method.Name,
        _ => method.Name,
    };
}
