using Glassbox.Analysis.Taint.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Taint.Values;

/// <summary>What a delegate calls. Lives only while the body that made it is looked at.</summary>
internal abstract class Callable : IEquatable<Callable>
{
    public abstract bool Equals(Callable? other);

    public override bool Equals(object? obj) => Equals(obj as Callable);

    public abstract override int GetHashCode();
}

/// <summary>A lambda, with the body around it.</summary>
internal sealed class LambdaCallable(IFlowAnonymousFunctionOperation lambda, TaintEvaluator owner, TaintValue receiver) : Callable
{
    public IFlowAnonymousFunctionOperation Lambda => lambda;

    public TaintEvaluator Owner => owner;

    /// <summary>What <c>this</c> is in the lambda.</summary>
    public TaintValue Receiver => receiver;

    public override bool Equals(Callable? other) => other is LambdaCallable callable && callable.Lambda.Syntax == lambda.Syntax;

    public override int GetHashCode() => lambda.Syntax.GetHashCode();
}

/// <summary>A method or local function that was handed over by its name.</summary>
internal sealed class MethodCallable(IMethodSymbol method, TaintValue receiver, TaintEvaluator owner) : Callable
{
    public IMethodSymbol Method => method;

    public TaintValue Receiver => receiver;

    public TaintEvaluator Owner => owner;

    public override bool Equals(Callable? other) => other is MethodCallable callable && SymbolEqualityComparer.Default.Equals(callable.Method, method);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(method);
}
