using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1001: the values of a concatenated or interpolated statement become parameters of the command.</summary>
internal sealed class SqlParameterFix : IFix
{
    public string Id => "sql-parameter";

    public string RuleId => RuleIds.SqlInjection;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken) => Task.FromResult(Propose(context, cancellationToken));

    private static FixProposal? Propose(FixContext context, CancellationToken cancellationToken)
    {
        if (CommandOf(context) is not { } command) return null;
        var expression = context.Node as ExpressionSyntax ?? (context.Node as ArgumentSyntax)?.Expression ?? (context.Node as EqualsValueClauseSyntax)?.Value;
        var text = expression is IdentifierNameSyntax name ? TextBehind(name, command.Anchor, context, cancellationToken) : expression;
        if (text is not (BinaryExpressionSyntax or InterpolatedStringExpressionSyntax)) return null;

        var type = command.Type;
        // These know parameters by position only.
        if (type?.Name is "OdbcCommand" or "OleDbCommand") return null;
        var mark = type?.Name == "OracleCommand" ? ':' : '@';
        var scope = Syntax.FunctionOf(command.Anchor);
        var taken = scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.StartsWith(mark)).Select(token => token.ValueText[1..]).ToList();
        var pieces = TextTemplate.PiecesOf(text, context.Model);
        if (SqlTemplate.From(pieces, context.Model, mark, taken) is not { } template) return null;
        if (template.Pieces.Any(piece => piece.HasFormat)) return null;

        var usesAddWithValue = HasAddWithValue(type);
        var statements = template.Parameters.SelectMany(parameter => Statements(command.Name, mark, parameter.Name, ValueOf(parameter.Value, context), usesAddWithValue, context, command.Anchor)).ToList();
        var replacement = TextTemplate.Compose(template.Pieces, text).WithTriviaFrom(text);
        var changed = command.IsBefore
            ? context.InsertBefore(command.Anchor, statements, text, replacement)
            : context.InsertAfter(command.Anchor, statements, text, replacement);
        var first = template.Parameters[0].Name;
        return new FixProposal(
            template.Parameters.Count == 1 ? $"Use a parameter for '{first}'" : $"Use parameters for '{string.Join("', '", template.Parameters.Select(parameter => parameter.Name))}'",
            changed);
    }

    // Where the command is known by a name, so that parameters can be added to it.
    private static (string Name, ITypeSymbol? Type, StatementSyntax Anchor, bool IsBefore)? CommandOf(FixContext context)
    {
        var node = context.Node;
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: ExpressionStatementSyntax statement, Left: MemberAccessExpressionSyntax { Expression: var target } } assignment
            && assignment.Right.Span == context.Detection.Span && target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
        {
            return IsPlaceable(statement) ? (target.ToString(), context.Model.GetTypeInfo(target).Type, statement, false) : null;
        }

        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: BaseObjectCreationExpressionSyntax creation } || Syntax.VariableOf(creation) is not { } variable) return null;
        var type = context.Model.GetTypeInfo(creation).Type;
        if (type is not null && type.TypeKind != TypeKind.Error && !type.IsOrInherits("System.Data.IDbCommand")) return null;
        return creation.Parent?.Parent?.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax declaration when IsPlaceable(declaration) => (variable, type, declaration, false),
            UsingStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } } => (variable, type, first, true),
            _ => creation.Parent?.Parent is ExpressionStatementSyntax assigned && IsPlaceable(assigned) ? (variable, type, assigned, false) : null,
        };
    }

    private static bool IsPlaceable(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    // var sql = "…" + name; used once, in the same block.
    private static ExpressionSyntax? TextBehind(IdentifierNameSyntax name, StatementSyntax anchor, FixContext context, CancellationToken cancellationToken)
    {
        if (context.Model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local) return null;
        if (reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: LocalDeclarationStatementSyntax declaration }) return null;
        if (declaration.Parent != anchor.Parent && (declaration.Parent?.Parent != anchor.Parent?.Parent || declaration.Parent is not GlobalStatementSyntax)) return null;
        var uses = Syntax.FunctionOf(name).DescendantNodes().OfType<IdentifierNameSyntax>().Count(use => use.Identifier.ValueText == local.Name
            && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(use, cancellationToken).Symbol, local));
        return uses == 1 ? value : null;
    }

    private static bool HasAddWithValue(ITypeSymbol? type)
    {
        for (var at = type; at is { TypeKind: not TypeKind.Error }; at = at.BaseType)
        {
            if (at.GetMembers("Parameters").OfType<IPropertySymbol>().FirstOrDefault()?.Type is { } collection && collection.GetMembers("AddWithValue").Length > 0) return true;
        }

        return false;
    }

    private static string ValueOf(List<TextPiece> value, FixContext context)
    {
        if (value is not [{ Hole: { } only }]) return TextTemplate.Compose(value, value.First(piece => piece.Hole is not null).Hole!).ToString();
        var type = context.Model.GetTypeInfo(only);
        var text = only.WithoutTrivia().ToString();
        if (type.Type?.Name == "StringValues") return $"{text}.ToString()";
        return type.Type is { NullableAnnotation: NullableAnnotation.Annotated } or { TypeKind: TypeKind.Error } && only is not LiteralExpressionSyntax && type.Nullability.FlowState == NullableFlowState.MaybeNull
            ? $"(object?){(only is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? text : $"({text})")} ?? {context.NameOf("System.DBNull")}.Value"
            : text;
    }

    private static IEnumerable<string> Statements(
        string command, char mark, string name, string value, bool usesAddWithValue, FixContext context, StatementSyntax anchor)
    {
        if (usesAddWithValue) return [$"{command}.Parameters.AddWithValue(\"{mark}{name}\", {value});"];
        var variable = $"{name}Parameter";
        for (var number = 2; IsTaken(variable, context, anchor); number++) variable = $"{name}Parameter{number}";
        return
        [
            $"var {variable} = {command}.CreateParameter();",
            $"{variable}.ParameterName = \"{mark}{name}\";",
            $"{variable}.Value = {value};",
            $"{command}.Parameters.Add({variable});",
        ];
    }

    private static bool IsTaken(string name, FixContext context, StatementSyntax anchor) =>
        context.Model.LookupSymbols(anchor.SpanStart, name: name).Length > 0
        || Syntax.FunctionOf(anchor).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
