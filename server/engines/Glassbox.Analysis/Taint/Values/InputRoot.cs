namespace Glassbox.Analysis.Taint.Values;

/// <summary>One way by which a body gets values from its caller.</summary>
/// <param name="Parameter">The parameter's ordinal, or <see cref="This"/>, or -2 for a static member.</param>
/// <param name="StaticName">The static member's documentation id.</param>
internal readonly record struct InputRoot(int Parameter, string StaticName = "")
{
    private const int ThisOrdinal = -1;
    private const int StaticOrdinal = -2;

    public static readonly InputRoot This = new(ThisOrdinal);

    public bool IsThis => Parameter == ThisOrdinal;

    public bool IsStatic => Parameter == StaticOrdinal;

    public static InputRoot Static(string name) => new(StaticOrdinal, name);
}
