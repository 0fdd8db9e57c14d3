using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1002: one entry of <c>ArgumentList</c> for each argument. Not for shells, whose argument is a program.</summary>
internal sealed class ArgumentListFix : IFix
{
    private static readonly HashSet<string> Shells = new(StringComparer.OrdinalIgnoreCase)
        { "sh", "bash", "zsh", "dash", "ksh", "cmd", "powershell", "pwsh", "wsl", "env", "xargs", "python", "python3", "perl", "ruby", "node", "wscript", "cscript" };

    public string Id => "argument-list";

    public string RuleId => RuleIds.CommandInjection;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken) => Task.FromResult(Propose(context));

    private static FixProposal? Propose(FixContext context)
    {
        var text = context.Node as ExpressionSyntax ?? (context.Node as ArgumentSyntax)?.Expression;
        if (text is null || ElementsOf(text, context) is not { } elements) return null;
        const string title = "Pass each argument on its own, in ArgumentList";
        var list = $"ArgumentList = {{ {elements} }}";
        if (text.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ NameColon: null, Expression: var program }, { NameColon: null } second] } arguments } && second.Expression == text)
        {
            if (!IsFixedProgram(program, context)) return null;
            if (arguments.Parent is InvocationExpressionSyntax call && Syntax.LastName(call.Expression) == "Start")
            {
                var start = FixContext.Expression($"new {context.NameOf("System.Diagnostics.ProcessStartInfo")}({program}) {{ {list} }}");
                var single = arguments.WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(start)));
                return new FixProposal(title, context.Replace(arguments, single));
            }

            if (arguments.Parent is ObjectCreationExpressionSyntax { Initializer: null } creation)
            {
                var changed = FixContext.Expression($"new {creation.Type.WithoutTrivia()}({program}) {{ {list} }}").WithTriviaFrom(creation);
                return SetsShell(creation) ? null : new FixProposal(title, context.Replace(creation, changed));
            }
        }

        // new ProcessStartInfo("git") { Arguments = $"log {branch}" }
        if (text.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Arguments" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax owner } initializer } assignment && assignment.Right == text)
        {
            var named = initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(other => Syntax.LastName(other.Left) == "FileName")?.Right ?? owner.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
            if (named is null || !IsFixedProgram(named, context) || SetsShell(owner)) return null;
            var made = ((ObjectCreationExpressionSyntax)FixContext.Expression($"new X {{ {list} }}")).Initializer!.Expressions[0];
            return new FixProposal(title, context.Replace(assignment, made.WithTriviaFrom(assignment)));
        }

        return null;
    }

    private static bool IsFixedProgram(ExpressionSyntax program, FixContext context) =>
        context.Model.GetConstantValue(program) is { HasValue: true, Value: string name }
        && !Shells.Contains(Path.GetFileNameWithoutExtension(name.Replace('\\', '/')))
        && !name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);

    private static bool SetsShell(SyntaxNode creation) =>
        creation.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(other => Syntax.LastName(other.Left) == "UseShellExecute" && other.Right.IsKind(SyntaxKind.TrueLiteralExpression)) == true;

    // The arguments as the started program would get them for harmless values, as the elements of a list.
    private static string? ElementsOf(ExpressionSyntax text, FixContext context)
    {
        if (text is not (BinaryExpressionSyntax or InterpolatedStringExpressionSyntax)) return null;
        var arguments = new List<List<TextPiece>>();
        List<TextPiece>? current = null;
        var quoted = false;
        foreach (var piece in TextTemplate.PiecesOf(text, context.Model))
        {
            if (piece.HasFormat) return null;
            if (piece.Value is not { } constant)
            {
                (current ??= []).Add(piece);
                continue;
            }

            foreach (var character in constant)
            {
                if (character is '\\' or '\'') return null; // Quoting of its own.
                if (character == '"')
                {
                    quoted = !quoted;
                    current ??= [];
                }
                else if (char.IsWhiteSpace(character) && !quoted)
                {
                    if (current is not null) arguments.Add(current);
                    current = null;
                }
                else
                {
                    (current ??= []).Add(TextPiece.Text(character.ToString()));
                }
            }
        }

        if (quoted) return null;
        if (current is not null) arguments.Add(current);
        return string.Join(", ", arguments.Select(argument => Element(argument, context)));
    }

    private static string Element(List<TextPiece> argument, FixContext context)
    {
        if (argument is [{ Hole: { } only }] && context.Model.GetTypeInfo(only).Type?.SpecialType == SpecialType.System_String) return only.WithoutTrivia().ToString();
        return argument.Count == 0 ? "\"\"" : TextTemplate.Compose(argument, SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)).ToString();
    }
}
