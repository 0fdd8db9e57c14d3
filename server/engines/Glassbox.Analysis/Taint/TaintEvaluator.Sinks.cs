using System.Collections.Immutable;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint;

// Where harm is done, and what is said of it.
internal sealed partial class TaintEvaluator
{
    private void CheckCallSinks(IInvocationOperation call, TaintValue receiver, TaintValue[] values)
    {
        if (TaintModel.Instance.Find(ModelVerb.Sink, call.TargetMethod) is not { } sink) return;
        var display = $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}";
        CheckArguments(sink, call.Arguments, values, display);
        if (call.Instance is not null && sink.Where.Any(position => position.Parameter == SinkPosition.Receiver))
            CheckSink(sink, receiver, call.Instance.Syntax, display, Confidence.High);
    }

    private void CheckArguments(ModelEntry sink, ImmutableArray<IArgumentOperation> arguments, TaintValue[] values, string display)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = arguments[i].Parameter;
            // A list of arguments is quoted one by one; only whole texts can be broken out of.
            if (parameter is null || (parameter.Type.SpecialType != SpecialType.System_String && parameter.Type.Name != "Type")) continue;
            if (sink.Where.Any(position => position.Parameter == parameter.Name))
                CheckSink(sink, values[i], arguments[i].Value.Syntax, display, Confidence.High);
        }
    }

    private void CheckAssignedSink(IPropertyReferenceOperation target, TaintValue value, IOperation? from)
    {
        if (value.IsClean || TaintModel.Instance.Find(ModelVerb.Sink, target.Property) is not { } sink) return;
        if (sink.Where.Any(position => position.Parameter == SinkPosition.Assigned))
            CheckSink(sink, value, (from ?? target).Syntax, $"{target.Property.ContainingType.Name}.{target.Property.Name}", Confidence.High);
    }

    private void CheckSink(ModelEntry sink, TaintValue value, SyntaxNode at, string display, Confidence most)
    {
        if (!reporting || value.IsClean) return;
        var taint = value.Taints
            .Where(taint => (taint.Kinds & sink.Kinds & ~TaintKinds.Dots) != TaintKinds.None)
            .OrderByDescending(taint => taint.Confidence)
            .FirstOrDefault();
        if (taint is null) return;
        var (rule, consequence) = Harm(sink.Kinds);
        var message = $"'{taint.Source.Name}' from {taint.Source.Origin} reaches {display}{consequence}";
        var confidence = taint.Confidence < most ? taint.Confidence : most;
        context.Report(rule, confidence, message, at.Span, TraceOf(taint, at, display));
    }

    private static ImmutableArray<TraceStation> TraceOf(Taint taint, SyntaxNode at, string display)
    {
        var stations = new List<TraceStation> { new(TraceStepKind.Sink, at.Span, $"{display} gets it") };
        for (var link = taint.Way; link is not null; link = link.Previous)
        {
            if (link.Span != at.Span && link.Span.Start != taint.Source.Span.Start) stations.Add(new(TraceStepKind.Step, link.Span, link.Message));
        }

        stations.Add(new(TraceStepKind.Source, taint.Source.Span, $"'{taint.Source.Name}' comes from {taint.Source.Origin}"));
        stations.Reverse();
        return [.. stations];
    }

    private static (string Rule, string Consequence) Harm(TaintKinds kind) => (kind & ~TaintKinds.Dots) switch
    {
        TaintKinds.Sql => (RuleIds.SqlInjection, " without parameters"),
        TaintKinds.Command => (RuleIds.CommandInjection, " and can change what is run"),
        TaintKinds.Types => (RuleIds.Deserialization, " and chooses the type that is created"),
        TaintKinds.Path => (RuleIds.PathTraversal, " and can leave the intended folder"),
        _ => (RuleIds.OpenRedirect, " and can send the user to another site"),
    };

    // The text before the first value that is not constant, as far as it is known.
    private static string? LeftmostText(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IArgumentOperation argument => LeftmostText(argument.Value),
        IConversionOperation conversion => LeftmostText(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => LeftmostText(sum.LeftOperand),
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation first, ..] } => LeftmostText(first.Text),
        _ => null,
    };

    // A redirect that begins so stays on a host that the program chose.
    private static bool SafeBeginning(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        if (text[0] == '/') return text.Length > 1 && text[1] is not ('/' or '\\');
        if (text[0] is '?' or '#' || text.StartsWith("~/", StringComparison.Ordinal)) return true;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && text.IndexOfAny(['/', '?', '#'], scheme + 3) > scheme + 3;
    }
}
