using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB3001: what a method opens, keeps to itself, and never closes.</summary>
internal sealed class DisposableRule : INodeRule
{
    // Disposing these frees nothing, or is advised against.
    private static readonly HashSet<string> Harmless =
    [
        "Task", "ValueTask", "MemoryStream", "StringReader", "StringWriter", "HttpClient", "DataTable", "DataSet", "DataView",
        "UnmanagedMemoryStream", "JsonDocument", "HttpRequestMessage", "StringContent", "ByteArrayContent", "FormUrlEncodedContent",
        "IHost", "WebApplication", "ServiceProvider", "IServiceProvider", "ILoggerFactory", "LoggerFactory", "Process", "Component",
        "HttpResponseMessage", "CancellationTokenSource", "SemaphoreSlim", "ManualResetEventSlim", "MailMessage", "Thread", "IEnumerator",
    ];

    // Static factories whose result belongs to the caller.
    private static readonly HashSet<string> FactoryTypes =
        ["File", "FileInfo", "ZipFile", "ZipArchive", "ZipArchiveEntry", "MemoryMappedFile", "XmlReader", "XmlWriter", "Aes", "RSA", "ECDsa", "SHA256", "SHA512", "SHA1", "MD5", "HashAlgorithm", "RandomNumberGenerator", "Image", "Graphics"];

    private static readonly string[] FactoryVerbs = ["Open", "Create", "Append", "BeginTransaction", "ExecuteReader"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration =>
            declaration.Declaration.Variables is [{ Initializer.Value: var value }] && MayCreate(value),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } => true,
        BaseObjectCreationExpressionSyntax { Parent: MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax } => true,
        InvocationExpressionSyntax { Parent: MemberAccessExpressionSyntax, Expression: MemberAccessExpressionSyntax access } => IsFactoryName(access.Name.Identifier.ValueText),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] }:
                InspectVariable(variable, context);
                break;
            case ExpressionStatementSyntax { Expression: var dropped } when Creates(dropped, context) is { } type:
                Report(context, dropped, $"The {type.Name} that {Shown(dropped)} makes is dropped without being disposed");
                break;
            case ExpressionSyntax chained when UsedOnce(chained) && Creates(chained, context) is { } type:
                Report(context, chained, $"The {type.Name} that {Shown(chained)} makes is used once and never disposed");
                break;
        }
    }

    private static void InspectVariable(VariableDeclaratorSyntax variable, DocumentContext context)
    {
        if (Creates(variable.Initializer!.Value, context) is not { } type) return;
        if (context.Model.GetDeclaredSymbol(variable, context.CancellationToken) is not ILocalSymbol local) return;
        var scope = Syntax.FunctionOf(variable);
        foreach (var use in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != local.Name) continue;
            if (!SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(use, context.CancellationToken).Symbol, local)) continue;
            if (DisposableUse.EndsOwnership(use, scope, context)) return;
        }

        // A class of the user's own may hold nothing worth freeing at once.
        var confidence = type.Locations.Any(location => location.IsInSource) ? Confidence.Medium : Confidence.High;
        context.Report(RuleIds.NotDisposed, confidence, $"'{local.Name}' holds a {type.Name} that is never disposed", variable.Span);
    }

    private static void Report(DocumentContext context, ExpressionSyntax expression, string message) =>
        context.Report(RuleIds.NotDisposed, Confidence.Medium, message, expression.Span);

    // new X().Read(): nothing holds the X afterwards.
    private static bool UsedOnce(ExpressionSyntax creation)
    {
        SyntaxNode at = creation;
        while (at.Parent is ParenthesizedExpressionSyntax) at = at.Parent;
        if (at.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access || access.Expression != at) return false;
        // Fluent calls may give the object itself back.
        return access.Name.Identifier.ValueText is "ReadToEnd" or "ReadToEndAsync" or "ReadLine" or "Read" or "Write" or "WriteLine"
            or "WriteByte" or "ReadByte" or "ComputeHash" or "ExecuteNonQuery" or "ExecuteScalar" or "ExecuteNonQueryAsync"
            or "ExecuteScalarAsync" or "CopyTo" or "CopyToAsync" or "WriteAsync" or "WriteLineAsync" && call.Parent is not null;
    }

    private static bool MayCreate(ExpressionSyntax? value) => value switch
    {
        BaseObjectCreationExpressionSyntax => true,
        InvocationExpressionSyntax call => Syntax.LastName(call.Expression) is { } name && IsFactoryName(name),
        AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } => Syntax.LastName(call.Expression) is { } name && IsFactoryName(name),
        _ => false,
    };

    private static bool IsFactoryName(string name) => FactoryVerbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal));

    // The type made, where whoever wrote the expression owns what it makes and must dispose it.
    private static ITypeSymbol? Creates(ExpressionSyntax expression, DocumentContext context)
    {
        if (!MayCreate(expression)) return null;
        var type = context.Model.GetTypeInfo(expression, context.CancellationToken).Type;
        if (type is null or { TypeKind: TypeKind.Error } || type.IsRefLikeType || !IsDisposable(type)) return null;
        for (var at = type; at is not null; at = at.BaseType)
        {
            // A subclass of a Stream is no MemoryStream, but a subclass of MemoryStream frees as little.
            if (Harmless.Contains(at.Name) && at.Name is not "Component") return null;
        }

        // Only what a class of the framework or of a package holds is sure to need it; interfaces may give out shared objects.
        if (expression is BaseObjectCreationExpressionSyntax creation) return WrapsWhatOthersOwn(creation, context) ? null : type;
        var call = expression as InvocationExpressionSyntax ?? (expression as AwaitExpressionSyntax)?.Expression as InvocationExpressionSyntax;
        if (call is null || context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method) return null;
        if (method.ContainingType.IsOrInherits("System.Data.IDbConnection") || method.ContainingType.IsOrInherits("System.Data.IDbCommand")) return type;
        return FactoryTypes.Contains(method.ContainingType.Name) && method.ContainingNamespace.IsInOrBelow("System") ? type : null;
    }

    // A reader or writer over a stream that somebody else opened: disposing it would close that stream as well.
    private static bool WrapsWhatOthersOwn(BaseObjectCreationExpressionSyntax creation, DocumentContext context)
    {
        foreach (var argument in creation.ArgumentList?.Arguments ?? [])
        {
            var type = context.Model.GetTypeInfo(argument.Expression, context.CancellationToken).Type;
            if (!type.IsOrInherits("System.IO.Stream") && !type.IsOrInherits("System.IO.TextReader") && !type.IsOrInherits("System.IO.TextWriter")) continue;
            var given = Syntax.Bare(argument.Expression);
            if (given is IdentifierNameSyntax && context.Model.GetSymbolInfo(given, context.CancellationToken).Symbol is ILocalSymbol { IsUsing: false, DeclaringSyntaxReferences: [var reference] }
                && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var opened })
            {
                given = opened;
            }

            // The wrapper is what closes a stream that is opened for it alone.
            if (Creates(given, context) is null) return true;
        }

        return false;
    }

    private static bool IsDisposable(ITypeSymbol type) =>
        type.IsOrInherits("System.IDisposable") || type.IsOrInherits("System.IAsyncDisposable");

    private static string Shown(ExpressionSyntax expression) => expression switch
    {
        ObjectCreationExpressionSyntax creation => $"'new {Syntax.LastName(creation.Type)}'",
        InvocationExpressionSyntax call => $"'{Syntax.LastName(call.Expression)}'",
        _ => "this expression",
    };
}
