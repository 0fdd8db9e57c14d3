using System.Reflection;

namespace Glassbox.Host;

/// <summary>The version that the build gave this program.</summary>
internal static class ProductVersion
{
    /// <summary>Without build metadata.</summary>
    public static string Text { get; } =
        (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}
