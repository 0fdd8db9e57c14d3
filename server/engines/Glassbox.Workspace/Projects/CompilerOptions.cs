using Glassbox.Workspace.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Workspace.Projects;

/// <summary>The compiler's options as the properties of a project say them.</summary>
internal static class CompilerOptions
{
    /// <summary>Options of the parser.</summary>
    public static CSharpParseOptions Parse(ProjectEvaluation project)
    {
        var named = project.Properties.Text("LangVersion");
        if (!LanguageVersionFacts.TryParse(named.Length > 0 ? named : project.Framework.DefaultLanguageVersion(), out var version))
            version = LanguageVersion.Default;
        var symbols = project.Properties.Text("DefineConstants").Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(SyntaxFacts.IsValidIdentifier);
        if (project.IsSdkStyle && !project.Properties.IsTrue("DisableImplicitFrameworkDefines")) symbols = symbols.Concat(project.Framework.Constants());
        return new CSharpParseOptions(version.MapSpecifiedToEffectiveVersion(), DocumentationMode.Parse, SourceCodeKind.Regular, symbols.Distinct());
    }

    /// <summary>Options of the compiler.</summary>
    public static CSharpCompilationOptions Compilation(ProjectEvaluation project)
    {
        var properties = project.Properties;
        var kind = properties.Text("OutputType").ToLowerInvariant() switch
        {
            "exe" => OutputKind.ConsoleApplication,
            "winexe" => OutputKind.WindowsApplication,
            "module" => OutputKind.NetModule,
            _ => OutputKind.DynamicallyLinkedLibrary,
        };
        var nullable = properties.Text("Nullable").ToLowerInvariant() switch
        {
            "enable" => NullableContextOptions.Enable,
            "warnings" => NullableContextOptions.Warnings,
            "annotations" => NullableContextOptions.Annotations,
            _ => NullableContextOptions.Disable,
        };
        var options = new CSharpCompilationOptions(kind)
            .WithNullableContextOptions(nullable)
            .WithAllowUnsafe(properties.IsTrue("AllowUnsafeBlocks"))
            .WithOverflowChecks(properties.IsTrue("CheckForOverflowUnderflow"))
            .WithMainTypeName(properties.Text("StartupObject") is { Length: > 0 } main ? main : null)
            .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default);
        return properties.IsTrue("SignAssembly") && properties.Text("AssemblyOriginatorKeyFile") is { Length: > 0 } key
            ? Signed(options, Path.GetFullPath(Path.Combine(project.Directory, PropertyFunctions.Slashes(key))))
            : options;
    }

    /// <summary>With the identity that a key gives: friends that name its public key would not be friends without it.</summary>
    public static CSharpCompilationOptions Signed(CSharpCompilationOptions options, string keyFile) =>
        File.Exists(keyFile)
            ? options.WithCryptoKeyFile(keyFile).WithPublicSign(true).WithStrongNameProvider(StrongNames)
            : options;

    private static readonly DesktopStrongNameProvider StrongNames = new([]);
}
