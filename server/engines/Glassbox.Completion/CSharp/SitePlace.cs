namespace Glassbox.Completion.CSharp;

/// <summary>What may stand at a place of C# text; several may.</summary>
[Flags]
internal enum SitePlace
{
    /// <summary>Nothing is offered: text, numbers, comments.</summary>
    None = 0,

    /// <summary>A new name is being declared.</summary>
    NewName = 1 << 0,

    /// <summary>After <c>.</c>, <c>?.</c>, <c>-&gt;</c> or <c>::</c>.</summary>
    Member = 1 << 1,

    /// <summary>A statement begins.</summary>
    Statement = 1 << 2,

    /// <summary>An expression begins.</summary>
    Expression = 1 << 3,

    /// <summary>Only a type fits.</summary>
    TypeName = 1 << 4,

    /// <summary>After <c>new</c>.</summary>
    Creation = 1 << 5,

    /// <summary>A pattern begins.</summary>
    Pattern = 1 << 6,

    /// <summary>A member of a type begins, or goes on after modifiers.</summary>
    TypeMember = 1 << 7,

    /// <summary>A declaration of a namespace or compilation unit begins.</summary>
    TopLevel = 1 << 8,

    /// <summary>The name of an attribute.</summary>
    AttributeName = 1 << 9,

    /// <summary>The name in a using directive.</summary>
    Using = 1 << 10,

    /// <summary>An expression is complete; an operator may follow.</summary>
    AfterExpression = 1 << 11,

    /// <summary>Within a query expression, where a clause may begin.</summary>
    Query = 1 << 12,

    /// <summary>An argument begins, which may be named.</summary>
    Argument = 1 << 13,

    /// <summary>A member in an object initializer or a <c>with</c> expression.</summary>
    Initializer = 1 << 14,

    /// <summary>A member in a property pattern.</summary>
    Subpattern = 1 << 15,

    /// <summary>A parameter begins.</summary>
    Parameter = 1 << 16,

    /// <summary>An accessor of a property or event.</summary>
    Accessor = 1 << 17,

    /// <summary>A constraint of a type parameter.</summary>
    Constraint = 1 << 18,

    /// <summary>In a preprocessor line.</summary>
    Preprocessor = 1 << 19,

    /// <summary>After <c>override</c>.</summary>
    Override = 1 << 20,

    /// <summary>The base list of a type.</summary>
    BaseList = 1 << 21,
}
