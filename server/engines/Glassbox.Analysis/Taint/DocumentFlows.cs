using System.Collections.Immutable;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Taint.Evaluation;
using Glassbox.Analysis.Taint.Summaries;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Taint;

/// <summary>
/// The flows of one document: those that its bodies show by themselves, those that go through a member from one method of a type to
/// another, and those that begin where a public method is called by nobody that is there to see.
/// </summary>
internal sealed class DocumentFlows
{
    // What a public method is given whole is its contract; only what it puts into a statement of its own is told.
    private const Harms Interpreted =
        Harms.Sql | Harms.Command | Harms.Ldap | Harms.XPath | Harms.NoSql | Harms.Code | Harms.Html | Harms.Xml | Harms.Template;

    private readonly TaintProgram program;
    private readonly SemanticModel model;
    private readonly ProgramQuestions questions;
    private readonly HashSet<(string RuleId, Spot At)> seen = [];
    private readonly List<FlowDetection> found = [];

    private DocumentFlows(TaintProgram program, DocumentContext context)
    {
        this.program = program;
        model = context.Model;
        questions = context.Questions;
    }

    /// <summary>The flows of a document, and what is known of its bodies.</summary>
    public static (IReadOnlyList<FlowDetection> Flows, ImmutableArray<BodySummary> Summaries) Of(TaintProgram program, DocumentContext context)
    {
        var flows = new DocumentFlows(program, context);
        var summaries = ImmutableArray.CreateBuilder<BodySummary>();
        var bodies = new List<(IMethodSymbol? Method, BodyResult Result)>();
        foreach (var node in Flow.Bodies.In(context.Root).Concat(TypesWithInitializers(context.Root)))
        {
            var method = flows.MethodOf(node);
            var summary = program.SummaryOf(node, method);
            bodies.Add((method, summary.Result));
            summaries.Add(summary);
        }

        foreach (var (_, result) in bodies) flows.Add(result.Detections);
        foreach (var type in bodies.Where(body => body.Method is not null).GroupBy(body => body.Method!.ContainingType, SymbolEqualityComparer.Default)) flows.AddThroughMembers([.. type!]);
        foreach (var (method, result) in bodies) flows.AddFromCallers(method, result);
        return (flows.found, summaries.ToImmutable());
    }

    private void Add(IEnumerable<FlowDetection> detections)
    {
        foreach (var detection in detections)
        {
            if (seen.Add((detection.RuleId, detection.At))) found.Add(detection);
        }
    }

    // A field that one method fills from outside is from outside in the others.
    private void AddThroughMembers(List<(IMethodSymbol? Method, BodyResult Result)> bodies)
    {
        var own = TaintValue.Clean;
        var statics = new Dictionary<string, TaintValue>(StringComparer.Ordinal);
        foreach (var (_, result) in bodies)
        {
            if (result.Receiver is { } receiver) own = own.Join(Sources(receiver));
            foreach (var (name, value) in result.Statics) statics[name] = statics.TryGetValue(name, out var before) ? before.Join(Sources(value)) : Sources(value);
        }

        if (own.IsClean && statics.Count == 0) return;
        foreach (var (_, result) in bodies)
        {
            foreach (var sink in result.Sinks)
            {
                var held = sink.Input.Root.IsThis && sink.Input.Members.Length > 0 ? own.ReadPath(sink.Input.Members)
                    : sink.Input.Root.IsStatic && statics.TryGetValue(sink.Input.Root.StaticName, out var value) ? value.ReadPath(sink.Input.Members)
                    : TaintValue.Clean;
                Report(sink, held.WithElements().Where(taint => taint.Origin is TaintSource && (taint.Harms & sink.Harm) != Harms.None).MaxBy(taint => taint.Confidence), Confidence.Medium);
            }
        }
    }

    private static TaintValue Sources(TaintValue value) => value.Map(taint => taint.Origin is TaintSource ? taint : null);

    private void AddFromCallers(IMethodSymbol? method, BodyResult result)
    {
        if (method is not { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } || !IsPublic(method) || IsCalled(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)) return;
        foreach (var sink in result.Sinks)
        {
            if (sink.Input.Root.Parameter < 0 || sink.Input.Members.Length > 0 || !sink.IsComposed || (sink.Harm & Interpreted) == Harms.None) continue;
            var parameter = method.Parameters[sink.Input.Root.Parameter];
            if (parameter.Type.SpecialType != SpecialType.System_String || parameter.Locations is not [{ SourceTree: { } tree, SourceSpan: var span }, ..]) continue;
            var source = new TaintSource(parameter.Name, "whoever calls this method", new Spot(tree.FilePath, span), TaintTrust.Caller, Confidence.Low);
            Report(sink, new TaintLabel(source, Harms.Inward, Confidence.Low, Way: null), Confidence.Low);
        }
    }

    private void Report(InputSink sink, TaintLabel? taint, Confidence most)
    {
        // In another document it is said where the value is handed over, which is not here.
        if (taint is null || sink.At.Path != model.SyntaxTree.FilePath) return;
        var confidence = (Confidence)Math.Min(Math.Min((int)taint.Confidence, (int)sink.Confidence), (int)most);
        Add([FlowDetection.Of(sink.Harm, taint with { Way = TaintLink.Join(taint.Way, sink.Way) }, sink.At, sink.At, sink.Display, confidence)]);
    }

    private bool IsCalled(string name) => questions.Any($"called {name}", tree => TreeFacts.Of(tree).Called.Contains(name));

    private static bool IsPublic(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected)) return false;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Private) return false;
        }

        return true;
    }

    private IMethodSymbol? MethodOf(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => (model.GetDeclaredSymbol(type, program.CancellationToken) as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(constructor => constructor.IsImplicitlyDeclared || ProgramView.IsPrimary(constructor)),
        CompilationUnitSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => model.GetDeclaredSymbol(node, program.CancellationToken) as IMethodSymbol,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, program.CancellationToken) as IPropertySymbol)?.GetMethod,
        _ => null,
    };

    private static IEnumerable<SyntaxNode> TypesWithInitializers(CompilationUnitSyntax root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => type is ClassDeclarationSyntax or RecordDeclarationSyntax or StructDeclarationSyntax && !type.Members.OfType<ConstructorDeclarationSyntax>().Any()
                && type.Members.Any(member => member is FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null }));
}
