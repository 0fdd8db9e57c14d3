using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Summaries;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Where harm is done.
internal sealed partial class TaintEvaluator
{
    private void CheckCallSinks(IInvocationOperation call, TaintValue receiver, TaintValue[] values)
    {
        foreach (var sink in Library.Find(ModelVerb.Sink, call.TargetMethod, call.Instance?.Type))
        {
            var display = $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}";
            CheckArguments(sink, call.Arguments, values, display);
            if (call.Instance is not null && sink.Where.Any(position => position.Parameter == SinkPosition.Receiver))
                CheckSink(sink.Harms, receiver, call.Instance.Syntax, display, sink.Confidence);
        }
    }

    private void CheckArguments(ModelEntry sink, ImmutableArray<IArgumentOperation> arguments, TaintValue[] values, string display)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Parameter is not { } parameter || values[i].IsClean) continue;
            if (!sink.Where.Any(position => position.Parameter == parameter.Name)) continue;
            // A FormattableString keeps its values apart from its text.
            if (parameter.Type.Name == "FormattableString") continue;
            // A list of arguments is quoted one by one; only whole texts can be broken out of.
            if (IsListOfTexts(parameter.Type) && (sink.Harms & (Harms.Sql | Harms.Command | Harms.Format)) != Harms.None) continue;
            // What a template names is written apart from it, and told from what was written around it.
            if (sink.Harms == Harms.Log && IsTemplateValue(parameter.Name)) continue;
            if (sink.Harms == Harms.Html && IsSentAsPlainText(arguments)) continue;
            CheckSink(sink.Harms, values[i], arguments[i].Value.Syntax, display, sink.Confidence);
        }
    }

    private static bool IsTemplateValue(string parameter) =>
        parameter.StartsWith("arg", StringComparison.Ordinal) || parameter.StartsWith("propertyValue", StringComparison.Ordinal);

    // A browser runs nothing in what it is told is plain text, as ASP.NET Core says of contents unless told otherwise.
    private static bool IsSentAsPlainText(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name != "contentType") continue;
            if (argument.Value.ConstantValue is { HasValue: true, Value: string type }) return !type.Contains("html", StringComparison.OrdinalIgnoreCase) && !type.Contains("svg", StringComparison.OrdinalIgnoreCase);
            return argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue.HasValue;
        }

        return arguments is [{ Parameter.ContainingSymbol: { Name: "Content", ContainingType.ContainingNamespace: { } space } }] && space.IsInOrBelow("Microsoft.AspNetCore");
    }

    private static bool IsListOfTexts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: not (SpecialType.System_Char or SpecialType.System_Byte) } => true,
        INamedTypeSymbol { IsGenericType: true, Name: "IEnumerable" or "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "List" } => true,
        _ => false,
    };

    private void CheckSink(Harms harm, TaintValue value, SyntaxNode at, string display, Confidence most)
    {
        if (!reporting || value.IsClean) return;
        TaintLabel? best = null;
        foreach (var taint in value.WithElements())
        {
            if ((taint.Harms & harm) == Harms.None) continue;
            // Said already of the path that it names.
            if (harm == Harms.Upload && (taint.Harms & Harms.Path) != Harms.None) continue;
            if (taint.Origin is TaintInput input)
                context.Findings.Add(new InputSink(input, harm, display, Spot.Of(at), taint.Way, Least(taint.Confidence, most), taint.Harms.HasFlag(Harms.Composed)));
            else if (TrustPolicy.IsMeant(taint, harm) && (best is null || taint.Confidence > best.Confidence))
                best = taint;
        }

        if (best is not null) context.Findings.Report(harm, best, Spot.Of(at), OuterSite(at), display, Least(best.Confidence, most));
    }

    // Findings stand in the document of the body that is looked at, also where a sink is reached in a body of another one.
    private SyntaxNode OuterSite(SyntaxNode at) => outerSite ?? around?.OuterSite(at) ?? at;

    private static Confidence Least(Confidence left, Confidence right) => left < right ? left : right;

    private void CheckIterations(IOperation condition)
    {
        if (!reporting || condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals } comparison) return;
        foreach (var operand in (ReadOnlySpan<IOperation>)[comparison.LeftOperand, comparison.RightOperand])
        {
            if (TypeHarms.IsNumber(operand.Type)) CheckSink(Harms.Iterations, Evaluate(operand), operand.Syntax, "the condition of a loop", Confidence.High);
        }
    }

    private void CheckIndex(ITypeSymbol? container, IOperation index, TaintValue value, IOperation access)
    {
        if (value.IsClean || !reporting || index.Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)) return;
        if (container is IArrayTypeSymbol || container?.Name is "List" or "IList" or "Span" or "ReadOnlySpan" or "ArrayList" or "String")
            CheckSink(Harms.Index, value, index.Syntax, $"the index of {ShortText(access.Syntax)}", Confidence.High);
    }

    private void CheckArithmetic(BinaryOperatorKind kind, bool isChecked, IOperation operation, TaintValue left, TaintValue right, IOperation rightOperand)
    {
        if (!reporting) return;
        switch (kind)
        {
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder when TypeHarms.IsNumber(operation.Type):
                CheckSink(Harms.Divisor, right, rightOperand.Syntax, "a division", Confidence.High);
                break;
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply when !isChecked && TypeHarms.Of(operation.Type) == Harms.Numeric:
                CheckSink(kind == BinaryOperatorKind.Multiply ? Harms.Arithmetic : Harms.Sum, left.Mix(right), operation.Syntax, "a calculation", Confidence.High);
                break;
        }
    }

    private static string ShortText(SyntaxNode node)
    {
        var text = node.ToString();
        return text.Length <= 40 && !text.Contains('\n', StringComparison.Ordinal) ? text : "a list";
    }
}
