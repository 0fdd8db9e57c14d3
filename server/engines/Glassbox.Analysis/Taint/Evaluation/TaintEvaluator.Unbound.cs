using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Taint.Evaluation;

// Code that does not bind, mostly because a package is not restored: matched by what is written.
internal sealed partial class TaintEvaluator
{
    private TaintValue EvaluateUnbound(IOperation operation)
    {
        var parts = operation.ChildOperations.Select(child => (child.Syntax, Value: Evaluate(child))).ToList();
        var all = parts.Aggregate(TaintValue.Clean, (sum, part) => part.Value.IsClean ? sum : sum.Mix(part.Value)).WithoutConstant();
        switch (operation.Syntax)
        {
            case InvocationExpressionSyntax call:
                return UnboundCall(call, operation, parts, all);
            case ObjectCreationExpressionSyntax creation:
                return UnboundCreation(creation, operation, parts, all);
            case MemberAccessExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax or MemberBindingExpressionSyntax:
                var known = PlaceOfUnbound(operation) is { } place && IsKnown(place) ? state.Read(place) : null;
                return known ?? UnboundSource((ExpressionSyntax)operation.Syntax, operation) ?? all;
            default:
                return all;
        }
    }

    private TaintValue UnboundCall(InvocationExpressionSyntax call, IOperation operation, List<(SyntaxNode Syntax, TaintValue Value)> parts, TaintValue all)
    {
        if (NameIn(call.Expression) is not { } name) return all.AtMost(Confidence.Medium);
        foreach (var part in parts)
        {
            foreach (var callable in part.Value.Callables) InvokeOne(callable, [], call);
        }

        var arguments = call.ArgumentList.Arguments;
        if (!all.IsClean) CheckUnboundCall(call, name, parts);
        if (UnboundSource(call.Expression, operation) is { } source) return source;
        var receiver = ReceiverOf(call, parts);
        var type = (call.Expression as MemberAccessExpressionSyntax)?.Expression is { } owner ? TypeNameOf(owner) : null;
        var removed = SanitizerNames.Of(name, type);
        foreach (var cleaner in Library.Named(ModelVerb.Sanitizer, name))
        {
            if (type is not null && (type == cleaner.SimpleType || WellKnownName(type) == cleaner.SimpleType)) removed |= cleaner.Harms;
        }

        if (removed != Harms.None) return all.Without(removed).AtMost(Confidence.Medium);
        // What is put into an object that is not known is in it.
        var given = ArgumentsIn(arguments, parts);
        if (arguments.Any(argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string { Length: > 0 } } or ArrayCreationExpressionSyntax) || name.StartsWith("Append", StringComparison.Ordinal))
        {
            given = given.Composed();
            all = all.Composed();
        }

        if (!given.IsClean && CollectionMethods.PutsIn(name) && call.Expression is MemberAccessExpressionSyntax { Expression: { } target } && operation.ChildOperations.FirstOrDefault(child => child.Syntax == target) is { } kept && PlaceOf(kept) is { } place)
            state = state.Change(place, whole => whole.Add(given.AtMost(Confidence.Medium)));
        var flows = Library.Named(ModelVerb.Flow, name).Any(flow => flow.ToResult && (type == flow.SimpleType || type is null));
        return (flows || call.Expression is not MemberAccessExpressionSyntax || IsTypeName(call) ? all : receiver).AtMost(Confidence.Medium);
    }

    private TaintValue UnboundCreation(ObjectCreationExpressionSyntax creation, IOperation operation, List<(SyntaxNode Syntax, TaintValue Value)> parts, TaintValue all)
    {
        if (!all.IsClean) CheckUnboundCreation(creation, parts);
        var written = RightmostName(creation.Type);
        var fresh = TaintValue.Clean.As(operation.Syntax);
        var constructors = Library.ConstructorsOf(ModelVerb.Flow, written);
        if (!constructors.IsEmpty) fresh = fresh.Add(ArgumentsIn(creation.ArgumentList?.Arguments ?? default, parts).AtMost(Confidence.Medium));
        return fresh;
    }

    private void CheckUnboundCall(InvocationExpressionSyntax call, string name, List<(SyntaxNode Syntax, TaintValue Value)> parts)
    {
        var sinks = Library.Named(ModelVerb.Sink, name)
            .Select(sink => (Sink: sink, Confidence: UnboundConfidence(call.Expression, sink)))
            .Where(one => one.Confidence is not null)
            .ToList();
        foreach (var (sink, confidence) in sinks)
        {
            if (sink.Where.Any(position => position.Parameter == SinkPosition.Receiver))
                CheckSink(sink.Harms, ReceiverOf(call, parts), call.Expression, $"{sink.SimpleType}.{name}", Least(confidence!.Value, sink.Confidence));
        }

        foreach (var group in sinks.GroupBy(one => one.Sink.Harms))
            CheckUnboundArguments([.. group.Select(one => (one.Sink, one.Confidence!.Value))], call.ArgumentList.Arguments, parts, $"{group.First().Sink.SimpleType}.{name}");
    }

    private void CheckUnboundCreation(ObjectCreationExpressionSyntax creation, List<(SyntaxNode Syntax, TaintValue Value)> parts)
    {
        var written = RightmostName(creation.Type);
        foreach (var assignment in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            if (assignment.Left is not IdentifierNameSyntax property) continue;
            foreach (var sink in Library.Named(ModelVerb.Sink, property.Identifier.ValueText))
            {
                if (sink.SimpleType == written && sink.Where.Any(position => position.Parameter == SinkPosition.Assigned))
                    CheckSink(sink.Harms, ValueOf(assignment.Right, parts), assignment.Right, $"{written}.{sink.Member}", Least(IsImported(sink) ? Confidence.Medium : Confidence.Low, sink.Confidence));
            }
        }

        if (creation.ArgumentList is null) return;
        foreach (var group in Library.ConstructorsOf(ModelVerb.Sink, written).GroupBy(entry => entry.Harms))
            CheckUnboundArguments([.. group.Select(entry => (entry, IsImported(entry) ? Confidence.Medium : Confidence.Low))], creation.ArgumentList.Arguments, parts, $"new {written}");
    }

    // Overloads cannot be told apart: where the statement may stand in several places, it is the first of them that holds a text.
    private void CheckUnboundArguments(
        IReadOnlyList<(ModelEntry Sink, Confidence Confidence)> sinks, SeparatedSyntaxList<ArgumentSyntax> arguments, List<(SyntaxNode Syntax, TaintValue Value)> parts, string display)
    {
        var positions = sinks.SelectMany(one => one.Sink.Where.Select(position => (Position: position, one.Sink, one.Confidence)));
        foreach (var named in positions.GroupBy(one => one.Position.Parameter))
        {
            if (sinks[0].Sink.Harms == Harms.Log && IsTemplateValue(named.Key)) continue;
            foreach (var (position, sink, confidence) in named.DistinctBy(one => one.Position.Index).OrderBy(one => one.Position.Index))
            {
                var argument = arguments.FirstOrDefault(one => one.NameColon?.Name.Identifier.ValueText == position.Parameter)
                    ?? (position.Index >= 0 && position.Index < arguments.Count && arguments[position.Index].NameColon is null ? arguments[position.Index] : null);
                // An interpolated text that a method of this kind is given becomes parameters.
                if (argument is null || (argument.Expression is InterpolatedStringExpressionSyntax && sink.Member is "FromSql" or "ExecuteSql" or "ExecuteSqlCommand" or "ExecuteSqlCommandAsync" or "SqlQuery" && sink.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))) continue;
                CheckSink(sink.Harms, ValueIn(argument, parts), argument.Expression, display, Least(confidence, sink.Confidence));
                if (IsTextual(argument.Expression)) break;
            }
        }
    }

    private bool IsTextual(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
        || context.Model.GetTypeInfo(expression, context.CancellationToken).Type is { SpecialType: SpecialType.System_String };

    // What is in an initializer may not be a part of the operation.
    private TaintValue ValueOf(ExpressionSyntax expression, List<(SyntaxNode Syntax, TaintValue Value)> parts)
    {
        foreach (var (syntax, value) in parts)
        {
            if (syntax.Span == expression.Span) return value;
        }

        return context.Model.GetOperation(expression, context.CancellationToken) is { } operation ? Evaluate(operation) : TaintValue.Clean;
    }

    private void CheckUnboundAssignment(IOperation target, TaintValue value, IOperation? from)
    {
        if (PlaceOfUnbound(target) is { } place) state = state.Write(place, value);
        if (value.IsClean || target.Syntax is not (MemberAccessExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax)) return;
        var expression = (ExpressionSyntax)target.Syntax;
        if (expression is ElementAccessExpressionSyntax element) expression = element.Expression;
        if (NameIn(expression) is not { } name) return;
        var isElement = target.Syntax is ElementAccessExpressionSyntax;
        foreach (var sink in Library.Named(ModelVerb.Sink, isElement ? TaintModel.Indexer : name))
        {
            if (!sink.Where.Any(position => position.Parameter == SinkPosition.Assigned)) continue;
            if (isElement ? name != sink.SimpleType && TypeNameOf(expression) != sink.SimpleType : UnboundConfidence(expression, sink) is null) continue;
            var confidence = isElement ? Confidence.Medium : UnboundConfidence(expression, sink)!.Value;
            CheckSink(sink.Harms, value, (from ?? target).Syntax, $"{sink.SimpleType}.{name}", Least(confidence, sink.Confidence));
        }
    }

    // command.CommandText, where command is a variable and CommandText means nothing.
    private Place? PlaceOfUnbound(IOperation operation)
    {
        if (operation.Syntax is not MemberAccessExpressionSyntax access) return null;
        foreach (var child in operation.ChildOperations)
        {
            if (child.Syntax == access.Expression && PlaceOf(child) is { } owner) return owner.Member(access.Name.Identifier.ValueText);
        }

        return null;
    }

    // Medium: the type's name and its using are there. Low: one of them, or a controller's own method.
    private Confidence? UnboundConfidence(ExpressionSyntax expression, ModelEntry entry)
    {
        if (expression is not MemberAccessExpressionSyntax access)
        {
            var type = context.Model.GetEnclosingSymbol(expression.SpanStart, context.CancellationToken)?.ContainingType;
            var isOwn = entry.SimpleType is "ControllerBase" or "Controller" or "Page" or "PageModel" or "ApiController" && EntryPoints.IsController(type);
            return isOwn ? Confidence.Medium : null;
        }

        var receiver = context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        // Known, but called as no overload allows.
        if (receiver is { TypeKind: not TypeKind.Error } && receiver.SpecialType != SpecialType.System_Object) return receiver.IsOrInherits(entry.TypeName) ? Confidence.Medium : null;
        var written = receiver?.Name is { Length: > 0 } named ? named : RightmostName(access.Expression);
        if (written == entry.SimpleType || WellKnownName(written) == entry.SimpleType) return IsImported(entry) ? Confidence.Medium : Confidence.Low;
        // What derives from the type, and what it is an extension of, has another name.
        return WellKnownName(written) is null && context.Usings.Any(name => name == entry.Namespace || name.StartsWith(entry.Namespace + ".", StringComparison.Ordinal)) ? Confidence.Low : null;
    }

    // Properties of pages and controllers that are called otherwise than their types.
    private static string? WellKnownName(string written) => written switch
    {
        "Response" or "response" => "HttpResponse",
        "Request" or "request" => "HttpRequest",
        "Session" or "session" => "HttpSessionState",
        "Server" => "HttpServerUtility",
        "_logger" or "logger" or "Logger" or "_log" or "log" => "ILogger",
        "Html" => "HtmlHelper",
        "Url" => "UrlHelper",
        "ClientScript" => "ClientScriptManager",
        _ => null,
    };

    private bool IsImported(ModelEntry entry) =>
        context.Usings.Contains(entry.Namespace) || context.Usings.Any(name => name != "System" && (entry.Namespace.StartsWith(name + ".", StringComparison.Ordinal) || name.StartsWith(entry.Namespace + ".", StringComparison.Ordinal)));

    private TaintValue? UnboundSource(ExpressionSyntax expression, IOperation operation)
    {
        if (expression is ElementAccessExpressionSyntax element) return UnboundIndexer(element, operation);
        if (expression is not MemberAccessExpressionSyntax access) return null;
        var owner = TypeNameOf(access.Expression);
        if (owner is null) return null;
        foreach (var entry in Library.Named(ModelVerb.Source, access.Name.Identifier.ValueText))
        {
            if (!entry.IsResult || (owner != entry.SimpleType && WellKnownName(owner) != entry.SimpleType)) continue;
            var key = (access.Parent as ElementAccessExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax;
            return Enter(entry, key?.Token.ValueText ?? access.ToString(), Least(entry.Confidence, Confidence.Medium), operation);
        }

        return null;
    }

    // Request["name"]
    private TaintValue? UnboundIndexer(ElementAccessExpressionSyntax element, IOperation operation)
    {
        if (TypeNameOf(element.Expression) is not { } owner) return null;
        foreach (var entry in Library.Named(ModelVerb.Source, TaintModel.Indexer))
        {
            if (owner != entry.SimpleType && WellKnownName(owner) != entry.SimpleType) continue;
            var key = element.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax;
            return Enter(entry, key?.Token.ValueText ?? element.ToString(), Least(entry.Confidence, Confidence.Medium), operation);
        }

        return null;
    }

    // The type that an expression is written to have, where it does not bind; null where it binds to something.
    private string? TypeNameOf(ExpressionSyntax expression)
    {
        var type = context.Model.GetTypeInfo(expression, context.CancellationToken).Type;
        if (type is { TypeKind: not TypeKind.Error } && type.SpecialType != SpecialType.System_Object) return null;
        return type?.Name is { Length: > 0 } name ? name : RightmostName(expression);
    }

    private bool IsTypeName(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax } access
        && context.Model.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol is null or INamedTypeSymbol
        && char.IsUpper(RightmostName(access.Expression).FirstOrDefault());

    private void LearnUnboundCall(IInvalidOperation operation, bool outcome)
    {
        if (!outcome || operation.Syntax is not InvocationExpressionSyntax call || NameIn(call.Expression) is not { } name) return;
        var harms = name == "IsLocalUrl" ? Harms.Redirect : IsValidator(name) ? Harms.All : Harms.None;
        foreach (var entry in Library.Named(ModelVerb.Validator, name)) harms |= entry.Harms;
        if (harms == Harms.None) return;
        foreach (var child in operation.ChildOperations) Trust(child, harms);
    }

    private static TaintValue ReceiverOf(InvocationExpressionSyntax call, List<(SyntaxNode Syntax, TaintValue Value)> parts)
    {
        var arguments = call.ArgumentList.Span;
        return parts.Where(part => !arguments.Contains(part.Syntax.Span)).Aggregate(TaintValue.Clean, (sum, part) => sum.Mix(part.Value)).WithoutConstant();
    }

    private static TaintValue ArgumentsIn(SeparatedSyntaxList<ArgumentSyntax> arguments, List<(SyntaxNode Syntax, TaintValue Value)> parts) =>
        arguments.Aggregate(TaintValue.Clean, (sum, argument) => sum.Mix(ValueIn(argument, parts))).WithoutConstant();

    private static TaintValue ValueIn(ArgumentSyntax argument, List<(SyntaxNode Syntax, TaintValue Value)> parts)
    {
        foreach (var (syntax, value) in parts)
        {
            if (syntax == argument || syntax.Span == argument.Expression.Span) return value;
        }

        return TaintValue.Clean;
    }

    private static string? NameIn(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static string RightmostName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) ?? "",
        _ => "",
    };
}
