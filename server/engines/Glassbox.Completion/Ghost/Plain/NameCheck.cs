using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Ghost.Plain;

/// <summary>Names of which all is known that the compiler could object to: of members, locals, types; and which of them can be written to.</summary>
/// <param name="at">Where they stand.</param>
/// <param name="symbols">Knows what they mean.</param>
/// <param name="locals">Knows the member's own.</param>
internal sealed class NameCheck(PlainPlace at, SymbolCheck symbols, LocalCheck locals)
{
    /// <summary>True for a name that can be used where it stands.</summary>
    public bool IsName(SimpleNameSyntax name)
    {
        if (name is GenericNameSyntax generic && !generic.TypeArgumentList.Arguments.All(IsValueType)) return false;
        var info = at.Model.GetSymbolInfo(name, at.CancellationToken);
        if (info.Symbol is not { } symbol || info.CandidateReason != CandidateReason.None || !symbols.IsPlain(symbol) || !IsReached(name, symbol)) return false;
        return symbol switch
        {
            ILocalSymbol local => locals.IsAssigned(local, name),
            IParameterSymbol parameter => parameter.RefKind == RefKind.None && !LocalCheck.IsInStaticFunction(name),
            IFieldSymbol field => !field.IsFixedSizeBuffer && field.RefKind == RefKind.None && !IsUnsaidInStruct(name, field),
            IPropertySymbol property => property.RefKind == RefKind.None && (IsWritten(name) || (property.GetMethod is { } getter && at.Model.IsAccessible(name.SpanStart, getter))) && !IsUnsaidInStruct(name, property),
            IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.DelegateInvoke && symbols.IsCallable(method) && !IsUnsaidInStruct(name, method),
            INamedTypeSymbol type => IsQualifying(name) && symbols.IsOrdinary(type) && symbols.IsSatisfied(type),
            INamespaceSymbol => IsQualifying(name),
            _ => false,
        };
    }

    /// <summary>True for a member of the base class that can be called.</summary>
    public bool IsOfBase(SimpleNameSyntax name) => at.SymbolOf(name) is { IsAbstract: false, IsStatic: false } && !at.IsInStruct;

    /// <summary>True where something can be written to.</summary>
    /// <param name="target">A name, a member, an element.</param>
    /// <param name="inInitializer">What it belongs to is being made.</param>
    public bool IsVariable(ExpressionSyntax target, bool inInitializer)
    {
        if (target is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)) return false;
        // Of a copy nothing can be set.
        if (target is MemberAccessExpressionSyntax access && at.TypeOf(access.Expression) is not { IsReferenceType: true }) return false;
        return at.SymbolOf(target) switch
        {
            ILocalSymbol local => IsVariable(local),
            IParameterSymbol { RefKind: RefKind.None } => true,
            IFieldSymbol field => !field.IsConst && (!field.IsReadOnly || IsOwnInConstructor(field, target)),
            IPropertySymbol { SetMethod: { } setter } => (inInitializer || !setter.IsInitOnly) && at.Model.IsAccessible(target.SpanStart, setter),
            null => target is ElementAccessExpressionSyntax,
            _ => false,
        };
    }

    /// <summary>True for a local that a call can give a value.</summary>
    public bool CanBeGivenBack(IdentifierNameSyntax name) =>
        at.SymbolOf(name) is ILocalSymbol { RefKind: RefKind.None, DeclaringSyntaxReferences: [var reference] } local && IsVariable(local) && symbols.IsOrdinary(local.Type)
        && reference.Span.End < name.SpanStart && !LocalCheck.IsInStaticFunction(name);

    /// <summary>True where a variable may be declared with a type.</summary>
    public bool IsValueType(TypeSyntax type) => IsType(type) && at.TypeOf(type) is { IsStatic: false, SpecialType: not SpecialType.System_Void };

    /// <summary>True for a type that can be named.</summary>
    public bool IsType(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax => true,
        NullableTypeSyntax nullable => IsType(nullable.ElementType) && at.TypeOf(nullable.ElementType) is not ITypeParameterSymbol,
        ArrayTypeSyntax array => IsValueType(array.ElementType) && array.RankSpecifiers.All(rank => rank.Rank == 1 && rank.Sizes.All(size => size.IsKind(SyntaxKind.OmittedArraySizeExpression))),
        SimpleNameSyntax name => (name is not GenericNameSyntax generic || generic.TypeArgumentList.Arguments.All(IsValueType)) && IsNamedType(name),
        QualifiedNameSyntax name => IsQualifier(name.Left) && IsType(name.Right),
        _ => false,
    };

    private static bool IsVariable(ILocalSymbol local) => !local.IsConst && !local.IsForEach && !local.IsUsing && !local.IsFixed;

    // Members of instances through an instance, others through their type.
    private bool IsReached(SimpleNameSyntax name, ISymbol symbol)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })) return true;
        if (IsInInitializer(name) || name.Parent is MemberBindingExpressionSyntax) return !symbol.IsStatic;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return symbol.IsStatic == (access.Expression is PredefinedTypeSyntax || at.SymbolOf(access.Expression) is INamespaceOrTypeSymbol);
        return symbol.IsStatic || !at.Member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().Modifiers.Any(SyntaxKind.StaticKeyword);
    }

    private static bool IsInInitializer(SimpleNameSyntax name) => name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;

    private static bool IsQualifying(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name) is { Parent: MemberAccessExpressionSyntax outer } whole && outer.Expression == whole;

    private bool IsOwnInConstructor(IFieldSymbol field, ExpressionSyntax target) =>
        at.Member is ConstructorDeclarationSyntax constructor && target is IdentifierNameSyntax && field.IsStatic == constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && !at.IsInStruct
        && !target.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
        && SymbolEqualityComparer.Default.Equals(field.ContainingType, at.Model.GetEnclosingSymbol(target.SpanStart, at.CancellationToken)?.ContainingType);

    /// <summary>True where something is only written to: it need not be readable.</summary>
    public static bool IsWritten(ExpressionSyntax expression) =>
        (expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression ? access : expression) is { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } whole && assignment.Left == whole;

    private bool IsQualifier(NameSyntax name) => at.SymbolOf(name) is INamespaceSymbol || IsType(name);

    private bool IsNamedType(NameSyntax name) =>
        at.Model.GetSymbolInfo(name, at.CancellationToken) is { Symbol: ITypeSymbol type, CandidateReason: CandidateReason.None } && symbols.IsPlain(type) && symbols.IsOrdinary(type) && (type is not INamedTypeSymbol named || symbols.IsSatisfied(named));

    private bool IsUnsaidInStruct(SimpleNameSyntax name, ISymbol symbol) => !symbol.IsStatic && at.IsInStruct && name.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax);
}
