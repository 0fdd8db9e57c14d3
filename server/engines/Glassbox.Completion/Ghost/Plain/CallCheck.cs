using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>Calls, elements and what is made, with their arguments, of which all is known that the compiler could object to.</summary>
/// <param name="at">Where they stand.</param>
/// <param name="expressions">Knows what they are given.</param>
/// <param name="names">Knows what they are called.</param>
/// <param name="symbols">Knows what they mean.</param>
internal sealed class CallCheck(PlainPlace at, ExpressionCheck expressions, NameCheck names, SymbolCheck symbols)
{
    /// <summary>True for "nameof(…)".</summary>
    public static bool IsNameOf(InvocationExpressionSyntax invocation) => invocation.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    /// <summary>True for "nameof" of something that is there.</summary>
    public bool IsNameable(InvocationExpressionSyntax invocation) =>
        at.Model.GetSymbolInfo(invocation, at.CancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true }
        && invocation.ArgumentList.Arguments is [{ NameColon: null, Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } }]
        && at.SymbolOf(invocation.ArgumentList.Arguments[0].Expression) is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or INamedTypeSymbol;

    /// <summary>True for a call of a method, or of a delegate, that takes what it is given.</summary>
    public bool IsCall(InvocationExpressionSyntax invocation)
    {
        if (at.Model.GetSymbolInfo(invocation, at.CancellationToken) is not { Symbol: IMethodSymbol method, CandidateReason: CandidateReason.None } || !symbols.IsPlain(method) || !symbols.IsCallable(method)) return false;
        var isKnown = method.MethodKind switch
        {
            MethodKind.Ordinary or MethodKind.ReducedExtension => invocation.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax,
            // What holds a delegate is a value; what is bound conditionally is none by itself.
            MethodKind.DelegateInvoke => IsOfDelegate(invocation.Expression),
            _ => false,
        };
        return isKnown && expressions.IsPlain(invocation.Expression) && AreArguments(invocation.ArgumentList);
    }

    /// <summary>True for an element of an array, or one that an indexer gives.</summary>
    public bool IsElement(ElementAccessExpressionSyntax access)
    {
        if (!AreArguments(access.ArgumentList)) return false;
        return at.Model.GetSymbolInfo(access, at.CancellationToken) switch
        {
            { Symbol: IPropertySymbol { RefKind: RefKind.None } indexer } => symbols.IsPlain(indexer) && (NameCheck.IsWritten(access) || (indexer.GetMethod is { } getter && at.Model.IsAccessible(access.SpanStart, getter))),
            { Symbol: null, CandidateSymbols.IsEmpty: true } => at.TypeOf(access.Expression) is IArrayTypeSymbol { Rank: 1 }
                && access.ArgumentList.Arguments is [{ } index] && at.TypeOf(index.Expression) is { SpecialType: SpecialType.System_Int32 },
            _ => false,
        };
    }

    /// <summary>True for an object that can be made so.</summary>
    public bool IsCreation(BaseObjectCreationExpressionSyntax creation)
    {
        if (at.Model.GetSymbolInfo(creation, at.CancellationToken) is not { Symbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsAbstract: false, IsStatic: false } type } constructor, CandidateReason: CandidateReason.None }) return false;
        if (!symbols.IsPlain(constructor) || !symbols.IsCallable(constructor) || !symbols.IsSatisfied(type) || SymbolCheck.RequiresMembers(type)) return false;
        if (creation.ArgumentList is { } arguments && !AreArguments(arguments)) return false;
        if (creation.Initializer is not { } initializer) return true;
        if (initializer.IsKind(SyntaxKind.CollectionInitializerExpression)) return initializer.Expressions.All(IsAdded);
        var set = new HashSet<string>(StringComparer.Ordinal);
        return initializer.Expressions.All(one => one is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name } && set.Add(name.Identifier.ValueText) && expressions.IsPlain(one));
    }

    /// <summary>True for an object without a name whose members have values.</summary>
    public bool IsAnonymous(AnonymousObjectCreationExpressionSyntax creation)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        return creation.Initializers.All(one => (one.NameEquals?.Name.Identifier.ValueText ?? NameOf(one.Expression)) is { } name && members.Add(name) && expressions.IsPlain(one.Expression) && expressions.IsValue(one.Expression));
    }

    /// <summary>True for an array that can be made so.</summary>
    public bool IsArray(ArrayCreationExpressionSyntax array, ArrayRankSpecifierSyntax rank) => (array.Initializer, rank.Sizes) switch
    {
        (null, [{ } size]) => expressions.IsPlain(size) && at.TypeOf(size) is { SpecialType: SpecialType.System_Int32 } && !expressions.IsConstant(size),
        ({ } initializer, [OmittedArraySizeExpressionSyntax]) => initializer.Expressions.All(one => expressions.IsPlain(one) && expressions.IsConverted(one)),
        _ => false,
    };

    /// <summary>True for "[a, b]" where an array, a list or what they have in common is wanted.</summary>
    public bool IsCollection(CollectionExpressionSyntax collection)
    {
        if (at.Language < LanguageVersion.CSharp12) return false;
        var type = at.TypesOf(collection).ConvertedType;
        var isKnown = type is IArrayTypeSymbol { Rank: 1 } || type?.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_ICollection_T
            || type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } } };
        return isKnown && collection.Elements.All(one => one is ExpressionElementSyntax element && expressions.IsPlain(element.Expression) && expressions.IsConverted(element.Expression));
    }

    /// <summary>
    /// True for what has no type because a package is missing: the compiler says so of its name, which is excused, and of what comes of it
    /// no more, as long as what it is given holds by itself.
    /// </summary>
    public bool IsUnknown(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => !IsNameOf(call) && IsUnknown(call.Expression) && call.ArgumentList.Arguments.All(IsGivenToUnknown),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => HasNoMeaning(access.Name)
            && (IsUnknown(access.Expression) || (access.Expression is SimpleNameSyntax type && HasNoMeaning(type)) || (expressions.IsPlain(access.Expression) && expressions.IsValue(access.Expression))),
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type, ArgumentList: { } arguments, Initializer: null } => HasNoMeaning(type) && arguments.Arguments.All(IsGivenToUnknown),
        IdentifierNameSyntax name => at.Model.GetSymbolInfo(name, at.CancellationToken) is { Symbol: ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol } && at.TypeOf(name) is { TypeKind: TypeKind.Error } && names.IsName(name),
        AwaitExpressionSyntax await => ExpressionCheck.IsInAsyncFunction(await) && IsUnknown(await.Expression),
        ParenthesizedExpressionSyntax inner => IsUnknown(inner.Expression),
        _ => false,
    };

    private bool HasNoMeaning(SimpleNameSyntax name) =>
        at.Model.GetSymbolInfo(name, at.CancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true } && at.IsMissing(name)
        && (name is not GenericNameSyntax generic || generic.TypeArgumentList.Arguments.All(names.IsValueType));

    private bool IsGivenToUnknown(ArgumentSyntax argument) =>
        argument is { NameColon: null, RefKindKeyword.RawKind: (int)SyntaxKind.None }
        && (argument.Expression.IsKind(SyntaxKind.NullLiteralExpression) || IsUnknown(argument.Expression) || (expressions.IsPlain(argument.Expression) && expressions.IsValue(argument.Expression)));

    private bool IsOfDelegate(ExpressionSyntax expression) => expression switch
    {
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access => at.TypeOf(access.Expression) is { TypeKind: TypeKind.Delegate },
        IdentifierNameSyntax or MemberAccessExpressionSyntax => at.TypeOf(expression) is { TypeKind: TypeKind.Delegate },
        _ => false,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    private bool IsAdded(ExpressionSyntax element) =>
        at.Model.GetCollectionInitializerSymbolInfo(element, at.CancellationToken) is { Symbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } add, CandidateReason: CandidateReason.None } && symbols.IsPlain(add) && symbols.IsCallable(add)
        && (element is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } several ? several.Expressions.All(expressions.IsPlain) : element is not AssignmentExpressionSyntax && expressions.IsPlain(element));

    private bool AreArguments(BaseArgumentListSyntax list) => list.Arguments.All(argument => argument.RefKindKeyword.Kind() switch
    {
        SyntaxKind.None => expressions.IsPlain(argument.Expression) && expressions.IsConverted(argument.Expression),
        SyntaxKind.OutKeyword => argument.Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax made } declaration => expressions.Locals.IsNew(made.Identifier) && (declaration.Type.IsVar || names.IsValueType(declaration.Type)),
            DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax, Type.IsVar: true } => true,
            IdentifierNameSyntax name => names.CanBeGivenBack(name),
            _ => false,
        },
        _ => false,
    });
}
