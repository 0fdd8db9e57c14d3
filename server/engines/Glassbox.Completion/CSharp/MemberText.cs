using System.Text;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.CSharp;

/// <summary>Members written out as stubs. In one line, so that no editor's idea of indentation can spoil them.</summary>
internal static class MemberText
{
    private const string NotDone = "throw new System.NotImplementedException()";

    private static readonly SymbolDisplayFormat Label = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>What the popup shows of a stub.</summary>
    public static string LabelOf(ISymbol member) => member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.ToDisplayString(Label);

    /// <summary>What typing is matched against.</summary>
    public static string FilterOf(ISymbol member) => member is IPropertySymbol { IsIndexer: true } ? "this" : member.Name;

    /// <summary>A member without modifiers; what is not abstract calls its base.</summary>
    public static string Write(ISymbol member, int position, SemanticModel model) => member is IEventSymbol change
        ? $"event {Show(change.Type, position, model)} {change.Name};"
        : TypeOf(member, position, model) + " " + WriteWithoutType(member, position, model);

    /// <summary>The type of a method or property as it stands before the name.</summary>
    public static string TypeOf(ISymbol member, int position, SemanticModel model) => member switch
    {
        IMethodSymbol method => Ref(method.RefKind) + Show(method.ReturnType, position, model),
        IPropertySymbol property => Ref(property.RefKind) + Show(property.Type, position, model),
        _ => throw new ArgumentOutOfRangeException(nameof(member), member.Kind, "Has no type before its name."),
    };

    /// <summary>A method or property from its name on.</summary>
    public static string WriteWithoutType(ISymbol member, int position, SemanticModel model)
    {
        if (member is IMethodSymbol method)
        {
            var arguments = string.Join(", ", method.Parameters.Select(Pass));
            var generics = GenericsOf(method);
            var call = $"{(method.ReturnsByRef || method.ReturnsByRefReadonly ? "ref " : "")}base.{method.Name}{generics}({arguments})";
            return $"{Signature(method, position, model)} => {(method.IsAbstract ? NotDone : call)};";
        }

        var property = (IPropertySymbol)member;
        var place = property.IsIndexer ? $"base[{string.Join(", ", property.Parameters.Select(Pass))}]" : $"base.{property.Name}";
        var name = property.IsIndexer ? $"this[{Declare(property.Parameters, position, model)}]" : property.Name;
        var body = new StringBuilder("{ ");
        if (property.GetMethod is not null) body.Append("get => ").Append(property.IsAbstract ? NotDone : place).Append("; ");
        if (property.SetMethod is { } setter)
            body.Append(setter.IsInitOnly ? "init" : "set").Append(" => ").Append(property.IsAbstract ? NotDone : $"{place} = value").Append("; ");
        return $"{name} {body}}}";
    }

    /// <summary>A method's name and parameters.</summary>
    public static string Signature(IMethodSymbol method, int position, SemanticModel model) =>
        $"{method.Name}{GenericsOf(method)}({Declare(method.Parameters, position, model)})";

    private static string GenericsOf(IMethodSymbol method) =>
        method.TypeParameters.IsEmpty ? "" : "<" + string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name)) + ">";

    private static string Show(ITypeSymbol type, int position, SemanticModel model) => type.ToMinimalDisplayString(model, position);

    private static string Declare(IEnumerable<IParameterSymbol> parameters, int position, SemanticModel model) => string.Join(", ", parameters.Select(parameter =>
    {
        var written = parameter.ToMinimalDisplayString(model, position);
        return parameter.HasExplicitDefaultValue && !written.Contains('=', StringComparison.Ordinal) ? written + " = default" : written;
    }));

    private static string Ref(RefKind kind) => kind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };

    private static string Pass(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + SpecialMembers.Escape(parameter.Name);
}
