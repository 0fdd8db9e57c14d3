using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>The expressions of which <see cref="StatementCheck"/> knows all that the compiler could object to.</summary>
/// <param name="model">Knows the nodes of the body.</param>
/// <param name="member">The member whose body it is.</param>
/// <param name="before">The member before that.</param>
/// <param name="inserted">What is new in it.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class ExpressionCheck(SemanticModel model, SyntaxNode member, SyntaxNode before, TextSpan inserted, CancellationToken cancellationToken)
{
    private readonly SymbolCheck symbols = new(model);
    private readonly LocalCheck locals = new(member, before, inserted, cancellationToken);

    /// <summary>What is declared.</summary>
    public LocalCheck Locals => locals;

    /// <summary>True where it may stand alone.</summary>
    public bool IsStatement(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax invocation => !IsNameOf(invocation) && IsPlain(invocation),
        AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax => IsPlain(expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => IsPlain(expression),
        ConditionalAccessExpressionSyntax access => End(access) is InvocationExpressionSyntax && IsPlain(expression),
        _ => false,
    };

    /// <summary>True where it can be thrown.</summary>
    public bool IsException(ExpressionSyntax expression) => IsPlain(expression) && IsException(model.GetTypeInfo(expression, cancellationToken).Type);

    /// <summary>True where it can be caught.</summary>
    public bool IsExceptionType(TypeSyntax type) => IsValueType(type) && IsException(model.GetTypeInfo(type, cancellationToken).Type);

    /// <summary>True where it is done with at the end of its block.</summary>
    public bool CanDispose(ExpressionSyntax expression, bool isAsync) =>
        (!isAsync || IsInAsyncMethod(expression)) && model.GetTypeInfo(expression, cancellationToken).Type is { } type
        && type.AllInterfaces.Append(type).Any(one => isAsync
            ? one is { Name: nameof(IAsyncDisposable), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }
            : one.SpecialType == SpecialType.System_IDisposable);

    /// <summary>True where it is a condition.</summary>
    public bool IsCondition(ExpressionSyntax expression) =>
        IsPlain(expression) && model.GetTypeInfo(expression, cancellationToken) is { Type.SpecialType: SpecialType.System_Boolean };

    /// <summary>True where it has a type of its own that a variable may have.</summary>
    public bool IsValue(ExpressionSyntax expression) =>
        expression is not AnonymousFunctionExpressionSyntax && model.GetTypeInfo(expression, cancellationToken).Type is { SpecialType: not SpecialType.System_Void } type && symbols.IsOrdinary(type)
        && model.GetSymbolInfo(expression, cancellationToken).Symbol is not INamespaceOrTypeSymbol;

    /// <summary>True where it becomes what the place asks for.</summary>
    public bool IsConverted(ExpressionSyntax expression)
    {
        var info = model.GetTypeInfo(expression, cancellationToken);
        return info.ConvertedType is { SpecialType: not SpecialType.System_Void } type && symbols.IsOrdinary(type)
            && model.GetConversion(expression, cancellationToken) is { Exists: true, IsImplicit: true } or { IsIdentity: true };
    }

    /// <summary>True where a variable may be declared with a type.</summary>
    public bool IsValueType(TypeSyntax type) => IsType(type) && model.GetTypeInfo(type, cancellationToken).Type is { IsStatic: false, SpecialType: not SpecialType.System_Void };

    /// <summary>True where nothing about an expression is left to be objected to.</summary>
    public bool IsPlain(ExpressionSyntax expression)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Fits(expression) && (IsNamed(expression) || Converts(expression));
    }

    private bool Fits(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => !expression.IsKind(SyntaxKind.Utf8StringLiteralExpression),
        ParenthesizedExpressionSyntax inner => IsPlain(inner.Expression),
        ThisExpressionSyntax => model.GetSymbolInfo(expression, cancellationToken).Symbol is not null && !IsInStruct(),
        PredefinedTypeSyntax => expression.Parent is MemberAccessExpressionSyntax,
        GenericNameSyntax or IdentifierNameSyntax => IsName((SimpleNameSyntax)expression),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => (access.Expression is BaseExpressionSyntax ? IsOfBase(access.Name) : IsPlain(access.Expression)) && IsName(access.Name),
        MemberBindingExpressionSyntax binding => IsName(binding.Name),
        ConditionalAccessExpressionSyntax access => IsPlain(access.Expression) && IsPlain(access.WhenNotNull),
        InvocationExpressionSyntax invocation => IsNameOf(invocation) ? IsNameable(invocation) : IsCall(invocation),
        ElementAccessExpressionSyntax access => IsPlain(access.Expression) && IsElement(access),
        AssignmentExpressionSyntax assignment => IsAssignment(assignment),
        ObjectCreationExpressionSyntax creation => IsType(creation.Type) && IsCreation(creation),
        ImplicitObjectCreationExpressionSyntax creation => IsCreation(creation),
        AwaitExpressionSyntax await => IsAwait(await),
        BinaryExpressionSyntax binary => IsOperation(binary),
        PrefixUnaryExpressionSyntax unary => IsUnary(unary, unary.Operand),
        PostfixUnaryExpressionSyntax unary => IsUnary(unary, unary.Operand),
        ConditionalExpressionSyntax choice => IsCondition(choice.Condition) && IsPlain(choice.WhenTrue) && IsPlain(choice.WhenFalse),
        CastExpressionSyntax cast => IsCast(cast),
        TypeOfExpressionSyntax type => IsType(type.Type) && model.GetTypeInfo(type.Type, cancellationToken).Type is { SpecialType: not SpecialType.System_Void },
        DefaultExpressionSyntax value => IsValueType(value.Type),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } test => IsNullTest(test),
        IsPatternExpressionSyntax { Pattern: DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax made } pattern } test =>
            IsPlain(test.Expression) && locals.IsNew(made.Identifier) && IsValueType(pattern.Type) && model.GetTypeInfo(pattern.Type, cancellationToken).Type is { } type
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T && CanBe(test.Expression, type),
        ThrowExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } } thrown => IsException(thrown.Expression),
        InterpolatedStringExpressionSyntax text => IsText(text),
        SimpleLambdaExpressionSyntax lambda => IsLambda(lambda, SyntaxFactory.SingletonSeparatedList(lambda.Parameter)),
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ReturnType is null && IsLambda(lambda, lambda.ParameterList.Parameters),
        ArrayCreationExpressionSyntax { Type: { RankSpecifiers: [{ Rank: 1 } rank], ElementType: { } element } } array => IsValueType(element) && IsArray(array, rank),
        ImplicitArrayCreationExpressionSyntax { Commas.Count: 0 } array => array.Initializer.Expressions.All(IsPlain),
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
        || (expression is SimpleNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(expression, cancellationToken).Symbol is INamespaceOrTypeSymbol
            && expression.Parent is MemberAccessExpressionSyntax access && access.Expression == expression)
        || (expression is SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax && expression.Parent is InvocationExpressionSyntax)
        || (expression is ThrowExpressionSyntax)
        || (expression is MemberBindingExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax && expression.Parent is ConditionalAccessExpressionSyntax whole && whole.WhenNotNull == expression);

    private bool Converts(ExpressionSyntax expression)
    {
        var info = model.GetTypeInfo(expression, cancellationToken);
        if (info.ConvertedType is not { } converted || !symbols.IsOrdinary(converted)) return false;
        if (info.Type is { } type && !symbols.IsOrdinary(type)) return false;
        return model.GetConversion(expression, cancellationToken) is { Exists: true } conversion && (conversion.IsIdentity || conversion.IsImplicit);
    }

    private bool IsName(SimpleNameSyntax name)
    {
        if (name is GenericNameSyntax generic && !generic.TypeArgumentList.Arguments.All(IsValueType)) return false;
        var info = model.GetSymbolInfo(name, cancellationToken);
        if (info.Symbol is not { } symbol || info.CandidateReason != CandidateReason.None || !symbols.IsPlain(symbol) || !IsReached(name, symbol)) return false;
        return symbol switch
        {
            ILocalSymbol local => locals.IsAssigned(local, name),
            IParameterSymbol parameter => parameter.RefKind == RefKind.None && !LocalCheck.IsInStaticFunction(name),
            IFieldSymbol field => !field.IsFixedSizeBuffer && field.RefKind == RefKind.None && !IsUnsaidInStruct(name, field),
            IPropertySymbol property => property.RefKind == RefKind.None && (IsWritten(name) || (property.GetMethod is { } getter && model.IsAccessible(name.SpanStart, getter))) && !IsUnsaidInStruct(name, property),
            IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension && symbols.IsCallable(method) && !IsUnsaidInStruct(name, method),
            INamedTypeSymbol type => IsQualifying(name) && symbols.IsOrdinary(type) && symbols.IsSatisfied(type),
            INamespaceSymbol => IsQualifying(name),
            _ => false,
        };
    }

    private bool IsOfBase(SimpleNameSyntax name) => model.GetSymbolInfo(name, cancellationToken).Symbol is { IsAbstract: false, IsStatic: false } && !IsInStruct();

    private bool IsArray(ArrayCreationExpressionSyntax array, ArrayRankSpecifierSyntax rank) => (array.Initializer, rank.Sizes) switch
    {
        (null, [{ } size]) => IsPlain(size) && model.GetTypeInfo(size, cancellationToken).Type is { SpecialType: SpecialType.System_Int32 } && !IsConstant(size),
        ({ } initializer, [OmittedArraySizeExpressionSyntax]) => initializer.Expressions.All(one => IsPlain(one) && IsConverted(one)),
        _ => false,
    };

    // Members of instances through an instance, others through their type.
    private bool IsReached(SimpleNameSyntax name, ISymbol symbol)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })) return true;
        if (name.Parent is MemberBindingExpressionSyntax) return !symbol.IsStatic;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return symbol.IsStatic == (access.Expression is PredefinedTypeSyntax || model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is INamespaceOrTypeSymbol);
        return symbol.IsStatic || IsInInitializer(name) || !member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().Modifiers.Any(SyntaxKind.StaticKeyword);
    }

    private static bool IsInInitializer(SimpleNameSyntax name) => name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;

    private static bool IsQualifying(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name) is { Parent: MemberAccessExpressionSyntax outer } whole && outer.Expression == whole;

    private static bool IsNameOf(InvocationExpressionSyntax invocation) => invocation.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    private bool IsNameable(InvocationExpressionSyntax invocation) =>
        model.GetSymbolInfo(invocation, cancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true }
        && invocation.ArgumentList.Arguments is [{ NameColon: null, Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } }]
        && invocation.ArgumentList.Arguments[0].Expression is var name
        && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or INamedTypeSymbol;

    private bool IsCall(InvocationExpressionSyntax invocation) =>
        invocation.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
        && model.GetSymbolInfo(invocation, cancellationToken) is { Symbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } method, CandidateReason: CandidateReason.None }
        && symbols.IsPlain(method) && symbols.IsCallable(method) && IsPlain(invocation.Expression) && AreArguments(invocation.ArgumentList);

    private bool AreArguments(BaseArgumentListSyntax list) => list.Arguments.All(argument => argument.RefKindKeyword.Kind() switch
    {
        SyntaxKind.None => IsPlain(argument.Expression) && IsConverted(argument.Expression),
        SyntaxKind.OutKeyword => argument.Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax made } declaration => locals.IsNew(made.Identifier) && (declaration.Type.IsVar || IsValueType(declaration.Type)),
            DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax, Type.IsVar: true } => true,
            _ => false,
        },
        _ => false,
    });

    private bool IsElement(ElementAccessExpressionSyntax access)
    {
        if (!AreArguments(access.ArgumentList)) return false;
        return model.GetSymbolInfo(access, cancellationToken) switch
        {
            { Symbol: IPropertySymbol { RefKind: RefKind.None } indexer } => symbols.IsPlain(indexer) && (IsWritten(access) || (indexer.GetMethod is { } getter && model.IsAccessible(access.SpanStart, getter))),
            { Symbol: null, CandidateSymbols.IsEmpty: true } => model.GetTypeInfo(access.Expression, cancellationToken).Type is IArrayTypeSymbol { Rank: 1 }
                && access.ArgumentList.Arguments is [{ } index] && model.GetTypeInfo(index.Expression, cancellationToken).Type is { SpecialType: SpecialType.System_Int32 },
            _ => false,
        };
    }

    private bool IsAssignment(AssignmentExpressionSyntax assignment)
    {
        if (!IsPlain(assignment.Left) || !IsPlain(assignment.Right) || !IsVariable(assignment.Left, assignment.Parent is InitializerExpressionSyntax)) return false;
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) return IsConverted(assignment.Right);
        return assignment.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression && IsValue(assignment.Right)
            && model.GetSymbolInfo(assignment, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } operation
            && SymbolEqualityComparer.Default.Equals(operation.ReturnType, model.GetTypeInfo(assignment.Left, cancellationToken).Type);
    }

    private bool IsVariable(ExpressionSyntax target, bool inInitializer)
    {
        if (target is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)) return false;
        // Of a copy nothing can be set.
        if (target is MemberAccessExpressionSyntax access && model.GetTypeInfo(access.Expression, cancellationToken).Type is not { IsReferenceType: true }) return false;
        return model.GetSymbolInfo(target, cancellationToken).Symbol switch
        {
            ILocalSymbol local => !local.IsConst && !local.IsForEach && !local.IsUsing && !local.IsFixed,
            IParameterSymbol { RefKind: RefKind.None } => true,
            IFieldSymbol field => !field.IsConst && (!field.IsReadOnly || IsOwnInConstructor(field, target)),
            IPropertySymbol { SetMethod: { } setter } => (inInitializer || !setter.IsInitOnly) && model.IsAccessible(target.SpanStart, setter),
            null => target is ElementAccessExpressionSyntax,
            _ => false,
        };
    }

    private bool IsOwnInConstructor(IFieldSymbol field, ExpressionSyntax target) =>
        member is ConstructorDeclarationSyntax constructor && target is IdentifierNameSyntax && field.IsStatic == constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && !IsInStruct()
        && !target.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
        && SymbolEqualityComparer.Default.Equals(field.ContainingType, model.GetEnclosingSymbol(target.SpanStart, cancellationToken)?.ContainingType);

    // What only is written to need not be readable.
    private static bool IsWritten(ExpressionSyntax expression) =>
        (expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression ? access : expression) is { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } whole && assignment.Left == whole;

    private bool IsCreation(BaseObjectCreationExpressionSyntax creation)
    {
        if (model.GetSymbolInfo(creation, cancellationToken) is not { Symbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsAbstract: false, IsStatic: false } type } constructor, CandidateReason: CandidateReason.None }) return false;
        if (!symbols.IsPlain(constructor) || !symbols.IsCallable(constructor) || !symbols.IsSatisfied(type) || SymbolCheck.RequiresMembers(type)) return false;
        if (creation.ArgumentList is { } arguments && !AreArguments(arguments)) return false;
        if (creation.Initializer is not { } initializer) return true;
        if (!initializer.IsKind(SyntaxKind.ObjectInitializerExpression)) return false;
        var set = new HashSet<string>(StringComparer.Ordinal);
        return initializer.Expressions.All(one => one is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name } && set.Add(name.Identifier.ValueText) && IsPlain(one));
    }

    private bool IsAwait(AwaitExpressionSyntax await) =>
        IsInAsyncMethod(await) && IsPlain(await.Expression) && model.GetAwaitExpressionInfo(await) is { IsDynamic: false, GetResultMethod: not null, GetAwaiterMethod: not null };

    private static bool IsInAsyncMethod(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax) is MethodDeclarationSyntax method
        && method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && !node.Ancestors().Any(around => around is LockStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax or QueryExpressionSyntax);

    private bool IsOperation(BinaryExpressionSyntax binary)
    {
        switch (binary.Kind())
        {
            case SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                return IsCondition(binary.Left) && IsCondition(binary.Right);
            case SyntaxKind.CoalesceExpression:
                return IsPlain(binary.Left) && IsPlain(binary.Right) && model.GetTypeInfo(binary.Left, cancellationToken).Type is { IsReferenceType: true };
            case SyntaxKind.AsExpression:
                return IsPlain(binary.Left) && IsValueType((TypeSyntax)binary.Right) && model.GetTypeInfo(binary.Right, cancellationToken).Type is { IsReferenceType: true } to && CanBe(binary.Left, to);
            case SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression:
            case SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression:
                // Two constants are computed by the compiler, and may be too large.
                return IsPlain(binary.Left) && IsPlain(binary.Right) && model.GetSymbolInfo(binary, cancellationToken).Symbol is IMethodSymbol method && symbols.IsPlain(method)
                    && (method.ReturnType.SpecialType is SpecialType.System_String or SpecialType.System_Boolean || !IsConstant(binary.Left) || !IsConstant(binary.Right));
            default:
                return false;
        }
    }

    private bool IsConstant(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellationToken).HasValue;

    private bool IsUnary(ExpressionSyntax unary, ExpressionSyntax operand) => unary.Kind() switch
    {
        SyntaxKind.LogicalNotExpression => IsCondition(operand),
        SyntaxKind.UnaryMinusExpression => IsPlain(operand) && model.GetSymbolInfo(unary, cancellationToken).Symbol is IMethodSymbol,
        SyntaxKind.SuppressNullableWarningExpression => IsPlain(operand) && IsValue(operand),
        SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression =>
            IsPlain(operand) && IsVariable(operand, inInitializer: false) && model.GetSymbolInfo(unary, cancellationToken).Symbol is IMethodSymbol,
        _ => false,
    };

    private bool IsCast(CastExpressionSyntax cast) => IsPlain(cast.Expression) && IsValueType(cast.Type) && model.GetTypeInfo(cast.Type, cancellationToken).Type is { } to && CanBe(cast.Expression, to);

    private bool CanBe(ExpressionSyntax expression, ITypeSymbol type) =>
        IsValue(expression) && !IsConstant(expression) && model.ClassifyConversion(expression, type, isExplicitInSource: true) is { Exists: true, IsUserDefined: false };

    private bool IsNullTest(IsPatternExpressionSyntax test) =>
        (test.Pattern as ConstantPatternSyntax ?? (test.Pattern as UnaryPatternSyntax)?.Pattern as ConstantPatternSyntax)?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }
        && IsPlain(test.Expression) && IsValue(test.Expression)
        && model.GetTypeInfo(test.Expression, cancellationToken).Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private bool IsText(InterpolatedStringExpressionSyntax text) =>
        model.GetTypeInfo(text, cancellationToken).ConvertedType is { SpecialType: SpecialType.System_String }
        && text.Contents.All(part => part is InterpolatedStringTextSyntax || (part is InterpolationSyntax { AlignmentClause: null } hole && IsPlain(hole.Expression) && IsValue(hole.Expression)));

    // Beside a lambda another may have parameters of the same name.
    private bool IsFree(SyntaxToken name) => !model.LookupSymbols(name.SpanStart, name: name.ValueText).Any(symbol => symbol is ILocalSymbol or IRangeVariableSymbol || (symbol is IParameterSymbol parameter && parameter.Locations.All(location => location.SourceSpan != name.Span)));

    private bool IsLambda(LambdaExpressionSyntax lambda, SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        if (lambda.ExpressionBody is not { } result || lambda.Modifiers.Count > 0 || lambda.AttributeLists.Count > 0 || IsInStruct()) return false;
        if (!parameters.All(parameter => parameter is { Type: null, Default: null, Modifiers.Count: 0 } && IsFree(parameter.Identifier))) return false;
        if (parameters.Select(parameter => parameter.Identifier.ValueText).Distinct(StringComparer.Ordinal).Count() != parameters.Count()) return false;
        if (model.GetTypeInfo(lambda, cancellationToken).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || !invoke.Parameters.All(parameter => parameter.RefKind == RefKind.None && symbols.IsOrdinary(parameter.Type))) return false;
        return invoke.ReturnsVoid ? IsStatement(result) : IsPlain(result) && IsConverted(result);
    }

    private bool IsType(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax => true,
        NullableTypeSyntax nullable => IsType(nullable.ElementType) && model.GetTypeInfo(nullable.ElementType, cancellationToken).Type is not ITypeParameterSymbol,
        ArrayTypeSyntax array => IsValueType(array.ElementType) && array.RankSpecifiers.All(rank => rank.Rank == 1 && rank.Sizes.All(size => size.IsKind(SyntaxKind.OmittedArraySizeExpression))),
        SimpleNameSyntax name => (name is not GenericNameSyntax generic || generic.TypeArgumentList.Arguments.All(IsValueType)) && IsNamedType(name),
        QualifiedNameSyntax name => IsQualifier(name.Left) && IsType(name.Right),
        _ => false,
    };

    private bool IsQualifier(NameSyntax name) => model.GetSymbolInfo(name, cancellationToken).Symbol is INamespaceSymbol || IsType(name);

    private bool IsNamedType(NameSyntax name) =>
        model.GetSymbolInfo(name, cancellationToken) is { Symbol: ITypeSymbol type, CandidateReason: CandidateReason.None } && symbols.IsPlain(type) && symbols.IsOrdinary(type) && (type is not INamedTypeSymbol named || symbols.IsSatisfied(named));

    // "this" of a struct is a reference that functions inside cannot hold, and that a constructor has to fill.
    private bool IsInStruct() => member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is StructDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword };

    private bool IsUnsaidInStruct(SimpleNameSyntax name, ISymbol symbol) => !symbol.IsStatic && IsInStruct() && name.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax);

    private static ExpressionSyntax End(ConditionalAccessExpressionSyntax access) => access.WhenNotNull is ConditionalAccessExpressionSyntax inner ? End(inner) : access.WhenNotNull;


}
