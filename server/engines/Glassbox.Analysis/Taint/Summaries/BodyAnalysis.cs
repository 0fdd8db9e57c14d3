using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Evaluation;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>Looks at one body from its entry to its exits.</summary>
internal static class BodyAnalysis
{
    public static BodyResult Run(TaintProgram program, Compilation compilation, SemanticModel model, Lazy<ControlFlowGraph?> prepared, SyntaxNode node, IMethodSymbol? method)
    {
        var findings = new BodyFindings(node.SyntaxTree.FilePath);
        var context = new BodyContext(program, model, node, method, findings);
        var entry = Enter(method, compilation);
        TaintEvaluator? evaluator = null;
        try
        {
            if (method is { MethodKind: MethodKind.Constructor } && node is TypeDeclarationSyntax or ConstructorDeclarationSyntax { Initializer: not { RawKind: (int)SyntaxKind.ThisConstructorInitializer } })
                entry = Initialize(context, node, method!, entry);
            if (node is TypeDeclarationSyntax) return Result(method, entry, entry, TaintValue.Clean, TaintValue.Clean, findings);
            if (prepared.Value is not { } graph) return BodyResult.Nothing;
            evaluator = new TaintEvaluator(context, graph);
            evaluator.Run(entry, report: true);
        }
        catch (InsufficientExecutionStackException)
        {
            // Expressions so deep are made by tools; nothing is said of them.
            return BodyResult.Nothing;
        }

        return Result(method, Enter(method, compilation), evaluator.Exit, evaluator.Returned, evaluator.Thrown, findings);
    }

    private static TaintState Enter(IMethodSymbol? method, Compilation compilation)
    {
        var state = TaintState.Empty;
        if (method is null) return state;
        if (!method.IsStatic)
        {
            state = state.Write(Place.This, TaintValue.From(new TaintInput(InputRoot.This, ""), Harms.All, Confidence.High).As(InputRoot.This));
        }

        foreach (var parameter in method.Parameters)
        {
            var root = new InputRoot(parameter.Ordinal);
            state = state.Write(parameter, TaintValue.From(new TaintInput(root, ""), TypeHarms.Of(parameter.Type), Confidence.High).As(root));
        }

        foreach (var (parameter, value) in EntryPoints.Seeds(method, compilation)) state = state.Write(parameter, state.Read(parameter).Add(value).As(new InputRoot(parameter.Ordinal)));
        foreach (var parameter in method.Parameters)
        {
            if (SecretNames.SourceOf(parameter) is { } secret) state = state.Write(parameter, state.Read(parameter).Add(secret).As(new InputRoot(parameter.Ordinal)));
        }

        return state;
    }

    // Fields get their first values before the constructor runs.
    private static TaintState Initialize(BodyContext context, SyntaxNode node, IMethodSymbol constructor, TaintState state)
    {
        var declaration = node as TypeDeclarationSyntax ?? node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (declaration is null) return state;
        if (node is TypeDeclarationSyntax && !constructor.IsImplicitlyDeclared)
        {
            foreach (var parameter in constructor.Parameters) state = state.Write(new Place(Place.This).Member(parameter.Name), state.Read(parameter));
        }

        foreach (var member in declaration.Members)
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (variable.Initializer is { } value) state = Assign(context, value, variable.Identifier.ValueText, state);
                    }

                    break;
                case PropertyDeclarationSyntax { Initializer: { } initial } property when !property.Modifiers.Any(SyntaxKind.StaticKeyword):
                    state = Assign(context, initial, property.Identifier.ValueText, state);
                    break;
            }
        }

        return state;
    }

    private static TaintState Assign(BodyContext context, EqualsValueClauseSyntax initializer, string member, TaintState state)
    {
        // Literals and the like carry nothing.
        if (initializer.Value is LiteralExpressionSyntax) return state;
        if (Flow.Bodies.GraphOf(initializer, context.Model, context.CancellationToken) is not { } graph) return state;
        var evaluator = new TaintEvaluator(context, graph);
        evaluator.Run(state, report: true);
        return evaluator.Exit ?? state.Write(new Place(Place.This).Member(member), TaintValue.Clean);
    }

    private static BodyResult Result(IMethodSymbol? method, TaintState entry, TaintState? exit, TaintValue returned, TaintValue thrown, BodyFindings findings)
    {
        TaintValue? receiver = null;
        var parameters = ImmutableArray.CreateBuilder<(int, TaintValue)>();
        var statics = ImmutableArray.CreateBuilder<(string, TaintValue)>();
        if (exit is not null && method is not null)
        {
            if (!method.IsStatic && exit.Read(Place.This) is var self && !self.Equals(entry.Read(Place.This))) receiver = self.Outside();
            foreach (var parameter in method.Parameters)
            {
                var (before, after) = (entry.Read(parameter), exit.Read(parameter));
                // A parameter that was assigned is not the caller's object any more.
                var isCallers = parameter.RefKind is RefKind.Ref or RefKind.Out || Equals(before.Identity, after.Identity);
                if (isCallers && !before.Equals(after)) parameters.Add((parameter.Ordinal, after.Outside()));
            }

            foreach (var (root, value) in exit.Roots.OrderBy(pair => (pair.Key as ISymbol)?.Name, StringComparer.Ordinal))
            {
                if (root is ISymbol { IsStatic: true } member and (IFieldSymbol or IPropertySymbol) && member.GetDocumentationCommentId() is { } id) statics.Add((id, value.Outside()));
            }
        }

        return new BodyResult(
            returned.Outside(), receiver, parameters.ToImmutable(), statics.ToImmutable(), thrown.Outside(), findings.Sinks, [.. findings.Detections]);
    }
}
