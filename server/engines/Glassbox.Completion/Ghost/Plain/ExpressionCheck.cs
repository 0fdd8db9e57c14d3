using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>The expressions of which <see cref="StatementCheck"/> knows all that the compiler could object to: operators, and what leads to the others.</summary>
internal sealed class ExpressionCheck
{
    private readonly PlainPlace at;
    private readonly StatementCheck statements;
    private readonly SymbolCheck symbols;
    private readonly LocalCheck locals;
    private readonly NameCheck names;
    private readonly CallCheck calls;

    /// <summary>For a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="statements">Knows what stands in a function.</param>
    public ExpressionCheck(PlainPlace at, StatementCheck statements)
    {
        (this.at, this.statements) = (at, statements);
        symbols = new SymbolCheck(at.Model);
        locals = new LocalCheck(at);
        names = new NameCheck(at, symbols, locals);
        calls = new CallCheck(at, this, names, symbols);
    }

    /// <summary>What is declared.</summary>
    public LocalCheck Locals => locals;

    /// <summary>True where it may stand alone.</summary>
    public bool IsStatement(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax invocation => !CallCheck.IsNameOf(invocation) && (IsPlain(invocation) || calls.IsUnknown(invocation)),
        AwaitExpressionSyntax => IsPlain(expression) || calls.IsUnknown(expression),
        AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or PostfixUnaryExpressionSyntax => IsPlain(expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => IsPlain(expression),
        ConditionalAccessExpressionSyntax access => End(access) is InvocationExpressionSyntax && IsPlain(expression),
        _ => false,
    };

    /// <summary>True where nothing is known of it, because a package is missing, and nothing in it is wrong.</summary>
    public bool IsUnknown(ExpressionSyntax expression) => calls.IsUnknown(expression);

    /// <summary>True where it can be thrown.</summary>
    public bool IsException(ExpressionSyntax expression) => IsPlain(expression) && IsException(at.TypeOf(expression));

    /// <summary>True where it can be caught.</summary>
    public bool IsExceptionType(TypeSyntax type) => names.IsValueType(type) && IsException(at.TypeOf(type));

    /// <summary>True where what has a type, or what is made, is done with at the end of its block.</summary>
    public bool CanDispose(ExpressionSyntax typed, bool isAsync) =>
        (!isAsync || IsInAsyncFunction(typed)) && at.TypeOf(typed) is { } type
        && type.AllInterfaces.Append(type).Any(one => isAsync
            ? one is { Name: nameof(IAsyncDisposable), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }
            : one.SpecialType == SpecialType.System_IDisposable);

    /// <summary>True where it is a condition.</summary>
    public bool IsCondition(ExpressionSyntax expression) => IsPlain(expression) && at.TypeOf(expression) is { SpecialType: SpecialType.System_Boolean };

    /// <summary>True where it is a reference.</summary>
    public bool IsReference(ExpressionSyntax expression) => IsPlain(expression) && IsValue(expression) && at.TypeOf(expression) is { IsReferenceType: true };

    /// <summary>True where it has a type of its own that a variable may have.</summary>
    public bool IsValue(ExpressionSyntax expression) =>
        expression is not AnonymousFunctionExpressionSyntax && at.TypeOf(expression) is { SpecialType: not SpecialType.System_Void } type && symbols.IsOrdinary(type)
        && at.SymbolOf(expression) is not INamespaceOrTypeSymbol;

    /// <summary>True where it becomes what the place asks for.</summary>
    public bool IsConverted(ExpressionSyntax expression)
    {
        var info = at.TypesOf(expression);
        return info.ConvertedType is { SpecialType: not SpecialType.System_Void } type && symbols.IsOrdinary(type)
            && at.Model.GetConversion(expression, at.CancellationToken) is { Exists: true, IsImplicit: true } or { IsIdentity: true };
    }

    /// <summary>True where a variable may be declared with a type.</summary>
    public bool IsValueType(TypeSyntax type) => names.IsValueType(type);

    /// <summary>True where nothing about an expression is left to be objected to.</summary>
    public bool IsPlain(ExpressionSyntax expression)
    {
        at.CancellationToken.ThrowIfCancellationRequested();
        return Fits(expression) && (IsNamed(expression) || Converts(expression));
    }

    private bool Fits(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => !expression.IsKind(SyntaxKind.Utf8StringLiteralExpression),
        ParenthesizedExpressionSyntax inner => IsPlain(inner.Expression),
        ThisExpressionSyntax => at.SymbolOf(expression) is not null && !at.IsInStruct,
        PredefinedTypeSyntax => expression.Parent is MemberAccessExpressionSyntax,
        GenericNameSyntax or IdentifierNameSyntax => names.IsName((SimpleNameSyntax)expression),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => (access.Expression is BaseExpressionSyntax ? names.IsOfBase(access.Name) : IsPlain(access.Expression)) && names.IsName(access.Name),
        MemberBindingExpressionSyntax binding => names.IsName(binding.Name),
        ConditionalAccessExpressionSyntax access => IsPlain(access.Expression) && IsPlain(access.WhenNotNull),
        InvocationExpressionSyntax invocation => CallCheck.IsNameOf(invocation) ? calls.IsNameable(invocation) : calls.IsCall(invocation),
        ElementAccessExpressionSyntax access => IsPlain(access.Expression) && calls.IsElement(access),
        AssignmentExpressionSyntax assignment => IsAssignment(assignment),
        ObjectCreationExpressionSyntax creation => names.IsType(creation.Type) && calls.IsCreation(creation),
        ImplicitObjectCreationExpressionSyntax creation => calls.IsCreation(creation),
        AnonymousObjectCreationExpressionSyntax creation => calls.IsAnonymous(creation),
        AwaitExpressionSyntax await => IsAwait(await),
        BinaryExpressionSyntax binary => IsOperation(binary),
        PrefixUnaryExpressionSyntax unary => IsUnary(unary, unary.Operand),
        PostfixUnaryExpressionSyntax unary => IsUnary(unary, unary.Operand),
        ConditionalExpressionSyntax choice => IsCondition(choice.Condition) && IsPlain(choice.WhenTrue) && IsPlain(choice.WhenFalse),
        CastExpressionSyntax cast => IsPlain(cast.Expression) && names.IsValueType(cast.Type) && at.TypeOf(cast.Type) is { } to && CanBe(cast.Expression, to),
        TypeOfExpressionSyntax type => names.IsType(type.Type) && at.TypeOf(type.Type) is { SpecialType: not SpecialType.System_Void },
        DefaultExpressionSyntax value => names.IsValueType(value.Type),
        IsPatternExpressionSyntax test => IsTest(test),
        ThrowExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } } thrown => IsException(thrown.Expression),
        InterpolatedStringExpressionSyntax text => IsText(text),
        SimpleLambdaExpressionSyntax lambda => IsLambda(lambda, SyntaxFactory.SingletonSeparatedList(lambda.Parameter)),
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ReturnType is null && IsLambda(lambda, lambda.ParameterList.Parameters),
        ArrayCreationExpressionSyntax { Type: { RankSpecifiers: [{ Rank: 1 } rank], ElementType: { } element } } array => names.IsValueType(element) && calls.IsArray(array, rank),
        ImplicitArrayCreationExpressionSyntax { Commas.Count: 0 } array => array.Initializer.Expressions.All(IsPlain),
        CollectionExpressionSyntax collection => calls.IsCollection(collection),
        _ => false,
    };

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }

    // A namespace, a type, or a method that is called: no value.
    private bool IsNamed(ExpressionSyntax expression) =>
        expression is PredefinedTypeSyntax
        || (expression is SimpleNameSyntax or MemberAccessExpressionSyntax && at.SymbolOf(expression) is INamespaceOrTypeSymbol
            && expression.Parent is MemberAccessExpressionSyntax access && access.Expression == expression)
        || (expression is SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax && expression.Parent is InvocationExpressionSyntax)
        || (expression is ThrowExpressionSyntax)
        || (expression is MemberBindingExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax && expression.Parent is ConditionalAccessExpressionSyntax whole && whole.WhenNotNull == expression);

    private bool Converts(ExpressionSyntax expression)
    {
        var info = at.TypesOf(expression);
        if (info.ConvertedType is not { } converted || !symbols.IsOrdinary(converted)) return false;
        if (info.Type is { } type && !symbols.IsOrdinary(type)) return false;
        return at.Model.GetConversion(expression, at.CancellationToken) is { Exists: true } conversion && (conversion.IsIdentity || conversion.IsImplicit);
    }

    private bool IsAssignment(AssignmentExpressionSyntax assignment)
    {
        if (!IsPlain(assignment.Left) || !IsPlain(assignment.Right) || !names.IsVariable(assignment.Left, assignment.Parent is InitializerExpressionSyntax)) return false;
        switch (assignment.Kind())
        {
            case SyntaxKind.SimpleAssignmentExpression:
                return IsConverted(assignment.Right);
            case SyntaxKind.CoalesceAssignmentExpression:
                return at.TypeOf(assignment.Left) is { IsReferenceType: true } && IsConverted(assignment.Right);
            case SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression or SyntaxKind.MultiplyAssignmentExpression or SyntaxKind.OrAssignmentExpression or SyntaxKind.AndAssignmentExpression:
                return IsValue(assignment.Right) && at.SymbolOf(assignment) is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } operation
                    && SymbolEqualityComparer.Default.Equals(operation.ReturnType, at.TypeOf(assignment.Left));
            default:
                return false;
        }
    }

    private bool IsAwait(AwaitExpressionSyntax await) =>
        IsInAsyncFunction(await) && IsPlain(await.Expression) && at.Model.GetAwaitExpressionInfo(await) is { IsDynamic: false, GetResultMethod: not null, GetAwaiterMethod: not null };

    /// <summary>True where something can be waited for.</summary>
    public static bool IsInAsyncFunction(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax) switch
        {
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            AnonymousFunctionExpressionSyntax function => !function.AsyncKeyword.IsKind(SyntaxKind.None),
            _ => false,
        }
        && !node.Ancestors().Any(around => around is LockStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax or QueryExpressionSyntax);

    private bool IsOperation(BinaryExpressionSyntax binary)
    {
        switch (binary.Kind())
        {
            case SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                return IsCondition(binary.Left) && IsCondition(binary.Right);
            case SyntaxKind.CoalesceExpression:
                return IsPlain(binary.Left) && IsPlain(binary.Right) && at.TypeOf(binary.Left) is { IsReferenceType: true };
            case SyntaxKind.AsExpression:
                return IsPlain(binary.Left) && names.IsValueType((TypeSyntax)binary.Right) && at.TypeOf(binary.Right) is { IsReferenceType: true } to && CanBe(binary.Left, to);
            case SyntaxKind.IsExpression:
                return IsPlain(binary.Left) && IsValue(binary.Left) && binary.Right is TypeSyntax type && at.SymbolOf(type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } && names.IsValueType(type);
            case SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression when IsConstant(binary.Right):
                return false;
            case SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression:
            case SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression:
            case SyntaxKind.BitwiseOrExpression or SyntaxKind.BitwiseAndExpression:
                // Two constants are computed by the compiler, and may be too large.
                return IsPlain(binary.Left) && IsPlain(binary.Right) && at.SymbolOf(binary) is IMethodSymbol method && symbols.IsPlain(method)
                    && (method.ReturnType.SpecialType is SpecialType.System_String or SpecialType.System_Boolean || !IsConstant(binary.Left) || !IsConstant(binary.Right));
            default:
                return false;
        }
    }

    /// <summary>True where the compiler computes it.</summary>
    public bool IsConstant(ExpressionSyntax expression) => at.Model.GetConstantValue(expression, at.CancellationToken).HasValue;

    private bool IsUnary(ExpressionSyntax unary, ExpressionSyntax operand) => unary.Kind() switch
    {
        SyntaxKind.LogicalNotExpression => IsCondition(operand),
        SyntaxKind.UnaryMinusExpression => IsPlain(operand) && at.SymbolOf(unary) is IMethodSymbol,
        SyntaxKind.SuppressNullableWarningExpression => IsPlain(operand) && IsValue(operand),
        SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression =>
            IsPlain(operand) && names.IsVariable(operand, inInitializer: false) && at.SymbolOf(unary) is IMethodSymbol,
        _ => false,
    };

    private bool CanBe(ExpressionSyntax expression, ITypeSymbol type) =>
        IsValue(expression) && !IsConstant(expression) && at.Model.ClassifyConversion(expression, type, isExplicitInSource: true) is { Exists: true, IsUserDefined: false };

    private bool IsTest(IsPatternExpressionSyntax test) => test.Pattern switch
    {
        ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } => IsNullTest(test),
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax made } pattern =>
            IsPlain(test.Expression) && locals.IsNew(made.Identifier) && names.IsValueType(pattern.Type) && at.TypeOf(pattern.Type) is { } type
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T && CanBe(test.Expression, type),
        _ => false,
    };

    private bool IsNullTest(IsPatternExpressionSyntax test) =>
        (test.Pattern as ConstantPatternSyntax ?? (test.Pattern as UnaryPatternSyntax)?.Pattern as ConstantPatternSyntax)?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }
        && IsPlain(test.Expression) && IsValue(test.Expression)
        && at.TypeOf(test.Expression) is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private bool IsText(InterpolatedStringExpressionSyntax text) =>
        at.TypesOf(text).ConvertedType is { SpecialType: SpecialType.System_String }
        && text.Contents.All(part => part is InterpolatedStringTextSyntax || (part is InterpolationSyntax { AlignmentClause: null } hole && IsPlain(hole.Expression) && IsValue(hole.Expression)));

    // Beside a lambda another may have parameters of the same name.
    private bool IsFree(SyntaxToken name) => !at.Model.LookupSymbols(name.SpanStart, name: name.ValueText).Any(symbol => symbol is ILocalSymbol or IRangeVariableSymbol || (symbol is IParameterSymbol parameter && parameter.Locations.All(location => location.SourceSpan != name.Span)));

    private bool IsLambda(LambdaExpressionSyntax lambda, SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        if (lambda.AttributeLists.Count > 0 || at.IsInStruct || lambda.Modifiers.Any(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))) return false;
        if (!parameters.All(parameter => parameter is { Type: null, Default: null, Modifiers.Count: 0 } && (IsDiscarded(parameter, parameters) || IsFree(parameter.Identifier)))) return false;
        var named = parameters.Where(parameter => !IsDiscarded(parameter, parameters)).Select(parameter => parameter.Identifier.ValueText).ToList();
        if (named.Distinct(StringComparer.Ordinal).Count() != named.Count) return false;
        if (at.TypesOf(lambda).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || !invoke.Parameters.All(parameter => parameter.RefKind == RefKind.None && symbols.IsOrdinary(parameter.Type))) return false;
        if (lambda.Block is { } block) return statements.IsBodyOf(lambda, block);
        if (lambda.ExpressionBody is not { } result || lambda.Modifiers.Any(SyntaxKind.AsyncKeyword)) return false;
        return invoke.ReturnsVoid ? IsStatement(result) : IsPlain(result) && IsConverted(result);
    }

    // "(_, _) =>" has no parameters that could be named; "_ =>" has one.
    private static bool IsDiscarded(ParameterSyntax parameter, SeparatedSyntaxList<ParameterSyntax> all) =>
        parameter.Identifier.ValueText == "_" && all.Count(other => other.Identifier.ValueText == "_") > 1;

    private static ExpressionSyntax End(ConditionalAccessExpressionSyntax access) => access.WhenNotNull is ConditionalAccessExpressionSyntax inner ? End(inner) : access.WhenNotNull;
}
