using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3338: a type that opens something for itself and gives nobody a way to close it.</summary>
internal sealed class DisposableFieldRule : INodeRule
{
    // What holds a handle, a connection or a thread's time until it is told to let go.
    private static readonly string[] Holders =
    [
        "System.IO.FileStream", "System.IO.StreamWriter", "System.IO.StreamReader", "System.IO.BinaryWriter", "System.IO.BinaryReader", "System.IO.FileSystemWatcher",
        "System.IO.Pipes.PipeStream", "System.IO.Compression.ZipArchive", "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.Net.Sockets.Socket",
        "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.HttpListener", "System.Data.Common.DbConnection", "System.Threading.Timer",
        "System.Timers.Timer", "System.Threading.PeriodicTimer", "System.Threading.Mutex", "System.Diagnostics.Process", "System.Security.Cryptography.AsymmetricAlgorithm",
        "System.Security.Cryptography.SymmetricAlgorithm", "System.Net.Mail.SmtpClient",
    ];

    public bool IsCandidate(SyntaxNode node) =>
        node is FieldDeclarationSyntax { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax } field && !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword)
        && field.Declaration.Type is SimpleNameSyntax or QualifiedNameSyntax or NullableTypeSyntax;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var field = (FieldDeclarationSyntax)node;
        var holder = context.TypeOf(field.Declaration.Type);
        if (holder is null || !Array.Exists(Holders, holder.IsOrInherits)) return;
        if (context.EnclosingType(field) is not { IsStatic: false } owner || MayBeDisposed(owner)) return;
        var declaration = (TypeDeclarationSyntax)field.Parent!;
        foreach (var variable in field.Declaration.Variables)
        {
            var name = variable.Identifier.ValueText;
            if (!IsMadeHere(variable, declaration) || IsLetGo(name, declaration)) continue;
            context.Report(
                CorrectnessIds.DisposableField, Confidence.Medium, $"{owner.Name} makes the {holder.Name} in '{name}', but cannot be disposed itself", variable.Span);
        }
    }

    private static bool MayBeDisposed(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.Length > 1 || type.IsOrInherits("System.IDisposable") || type.IsOrInherits("System.IAsyncDisposable")) return true;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error || at.Interfaces.Any(contract => contract.TypeKind == TypeKind.Error)) return true;
        }

        return false;
    }

    private static bool IsMadeHere(VariableDeclaratorSyntax variable, TypeDeclarationSyntax type)
    {
        if (variable.Initializer is { Value: var value }) return value is BaseObjectCreationExpressionSyntax;
        return type.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(constructor => constructor.DescendantNodes()).OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Right is BaseObjectCreationExpressionSyntax && Syntax.LastName(assignment.Left) == variable.Identifier.ValueText);
    }

    // Closed by a method of another name, or handed to somebody else.
    private static bool IsLetGo(string name, TypeDeclarationSyntax type) => type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(mention =>
    {
        if (mention.Identifier.ValueText != name) return false;
        var whole = VariableUse.Whole(mention);
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "Dispose" or "DisposeAsync" or "Close" or "Stop" or "Shutdown",
            ConditionalAccessExpressionSyntax access => Syntax.LastName((access.WhenNotNull as InvocationExpressionSyntax)?.Expression) is "Dispose" or "DisposeAsync" or "Close" or "Stop",
            ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or UsingStatementSyntax => true,
            _ => false,
        };
    });
}
