using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint;

// Code that does not bind, mostly because a package is not restored: matched by what is written.
internal sealed partial class TaintEvaluator
{
    private TaintValue EvaluateUnbound(IOperation operation)
    {
        var children = operation.ChildOperations.ToList();
        var values = children.Select(child => (child.Syntax, Value: Evaluate(child))).ToList();
        var all = values.Aggregate(TaintValue.Clean, (sum, one) => sum.Union(one.Value));
        switch (operation.Syntax)
        {
            case InvocationExpressionSyntax call:
                if (!all.IsClean) CheckUnboundCall(call, values);
                return UnboundSource(call.Expression, operation) ?? (TakesOnlyReceiver(call) ? ReceiverOf(call, values) : all.AtMost(Confidence.Medium));
            case ObjectCreationExpressionSyntax creation:
                if (!all.IsClean) CheckUnboundCreation(creation, values);
                return TaintValue.Clean;
            case MemberAccessExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax:
                return UnboundSource((ExpressionSyntax)operation.Syntax, operation) ?? all;
            default:
                return all;
        }
    }

    private void CheckUnboundCall(InvocationExpressionSyntax call, List<(SyntaxNode Syntax, TaintValue Value)> values)
    {
        if (NameIn(call.Expression) is not { } name) return;
        foreach (var sink in TaintModel.Instance.Named(name))
        {
            if (sink.Verb != ModelVerb.Sink || UnboundConfidence(call.Expression, sink) is not { } confidence) continue;
            CheckUnboundArguments(sink, call.ArgumentList.Arguments, values, $"{sink.SimpleType}.{name}", confidence);
            return;
        }
    }

    private void CheckUnboundCreation(ObjectCreationExpressionSyntax creation, List<(SyntaxNode Syntax, TaintValue Value)> values)
    {
        var written = RightmostName(creation.Type);
        var candidates = TaintModel.Instance.Named(TaintModel.Constructor).Where(entry => entry.Verb == ModelVerb.Sink && entry.SimpleType == written).ToList();
        var sink = candidates.Find(entry => context.Usings.Contains(entry.Namespace)) ?? candidates.FirstOrDefault();
        if (sink is null || creation.ArgumentList is null) return;
        var confidence = context.Usings.Contains(sink.Namespace) ? Confidence.Medium : Confidence.Low;
        CheckUnboundArguments(sink, creation.ArgumentList.Arguments, values, $"new {written}", confidence);
    }

    private void CheckUnboundArguments(
        ModelEntry sink, SeparatedSyntaxList<ArgumentSyntax> arguments, List<(SyntaxNode Syntax, TaintValue Value)> values,
        string display, Confidence confidence)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var isMeant = sink.Where.Any(position => arguments[i].NameColon is { } named ? named.Name.Identifier.ValueText == position.Parameter : position.Index == i);
            if (!isMeant) continue;
            var expression = arguments[i].Expression;
            foreach (var (syntax, value) in values)
            {
                if (syntax.Span == expression.Span || syntax == arguments[i]) CheckSink(sink, value, expression, display, confidence);
            }
        }
    }

    private void CheckUnboundAssignment(IOperation target, TaintValue value, IOperation? from)
    {
        if (value.IsClean || target.Syntax is not (MemberAccessExpressionSyntax or IdentifierNameSyntax) || NameIn((ExpressionSyntax)target.Syntax) is not { } name) return;
        var sinks = TaintModel.Instance.Named(name).Where(entry => entry.Verb == ModelVerb.Sink && entry.Where.Any(position => position.Parameter == SinkPosition.Assigned));
        foreach (var sink in sinks)
        {
            if (UnboundConfidence((ExpressionSyntax)target.Syntax, sink) is not { } confidence) continue;
            CheckSink(sink, value, (from ?? target).Syntax, $"{sink.SimpleType}.{name}", confidence);
            return;
        }
    }

    // Medium: the type's name and its using are there. Low: one of them, or a controller's own method.
    private Confidence? UnboundConfidence(ExpressionSyntax expression, ModelEntry entry)
    {
        var imported = context.Usings.Contains(entry.Namespace) || context.Usings.Any(name => entry.Namespace.StartsWith(name + ".", StringComparison.Ordinal) && name != "System");
        if (expression is not MemberAccessExpressionSyntax access)
        {
            var type = context.Model.GetEnclosingSymbol(expression.SpanStart, context.CancellationToken)?.ContainingType;
            var isOwn = entry.SimpleType is "ControllerBase" or "Controller" && EntryPoints.IsController(type);
            return isOwn ? Confidence.Medium : null;
        }

        if (RightmostName(access.Expression) == entry.SimpleType) return imported ? Confidence.Medium : Confidence.Low;
        var receiver = context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        if (receiver is not null && receiver.TypeKind != TypeKind.Error) return null;
        if (receiver?.Name == entry.SimpleType) return imported ? Confidence.Medium : Confidence.Low;
        return imported ? Confidence.Low : null;
    }

    private TaintValue? UnboundSource(ExpressionSyntax expression, IOperation operation)
    {
        if (expression is not MemberAccessExpressionSyntax access || access.Expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)) return null;
        var owner = RightmostName(access.Expression);
        var type = context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        if (type is not null && type.TypeKind != TypeKind.Error) return null;
        foreach (var entry in TaintModel.Instance.Named(access.Name.Identifier.ValueText))
        {
            var isRequest = entry.SimpleType == "HttpRequest" && owner is "Request" or "request";
            if (entry.Verb != ModelVerb.Source || !(isRequest || owner == entry.SimpleType || type?.Name == entry.SimpleType)) continue;
            var key = (access.Parent as ElementAccessExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax;
            return Enter(key?.Token.ValueText ?? access.ToString(), entry.Says, entry.Kinds, Confidence.Medium, operation);
        }

        return null;
    }

    private void LearnUnboundCall(IInvalidOperation operation, bool outcome)
    {
        if (!outcome || operation.Syntax is not InvocationExpressionSyntax call || NameIn(call.Expression) is not { } name) return;
        var kinds = name == "IsLocalUrl" ? TaintKinds.Redirect : IsValidator(name) ? TaintKinds.All : TaintKinds.None;
        if (kinds == TaintKinds.None) return;
        foreach (var child in operation.ChildOperations) Trust(child, kinds);
    }

    private static bool TakesOnlyReceiver(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax;

    private static TaintValue ReceiverOf(InvocationExpressionSyntax call, List<(SyntaxNode Syntax, TaintValue Value)> values)
    {
        var arguments = call.ArgumentList.Span;
        return values.Where(one => !arguments.Contains(one.Syntax.Span)).Aggregate(TaintValue.Clean, (sum, one) => sum.Union(one.Value)).AtMost(Confidence.Medium);
    }

    private static string? NameIn(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static string RightmostName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
