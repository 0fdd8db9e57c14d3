using Glassbox.Completion.CSharp;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.Tests;

/// <summary>What binds while somebody types in a body.</summary>
public sealed class BodyModelTests
{
    private readonly BodyModels models = new();

    [TestCase("var a = count; a.$0")]
    [TestCase("if (count > 0) { order.$0 }")]
    [TestCase("Action act = () => { order.$0 };")]
    public async Task ChangedBody_BindsInTheMidstOfWhatIsBound(string body)
    {
        var fixture = Fixture.InMethod("order.$0");
        await AtCursorAsync(fixture);
        Retype(fixture, body);
        var now = await AtCursorAsync(fixture);
        Assert.That(now.Model.IsSpeculativeSemanticModel, Is.True);
        var receiver = now.Root.FindToken(fixture.Text.OffsetAt(fixture.Cursor) - 1).Parent!.FirstAncestorOrSelf<MemberAccessExpressionSyntax>()!.Expression;
        Assert.That(now.Model.GetTypeInfo(receiver).Type!.Name, Is.EqualTo(receiver.ToString() == "a" ? "Int32" : "Order"));
    }

    [Test]
    public async Task ChangedDeclaration_IsBoundAnew()
    {
        var fixture = Fixture.InMethod("order.$0");
        await AtCursorAsync(fixture);
        fixture.Retype(Marked(fixture).Replace("public int Id ", "public Color Id ", StringComparison.Ordinal));
        var now = await AtCursorAsync(fixture);
        Assert.That(now.Model.Compilation.GetTypeByMetadataName("App.Order")!.GetMembers("Id").OfType<IPropertySymbol>().Single().Type.Name, Is.EqualTo("Color"));
    }

    [Test]
    public async Task ChangedDeclarationOfAnotherFile_IsBoundAnew()
    {
        var fixture = Fixture.InMethod("Far.$0").Write("/App/Far.cs", "namespace App; public static class Far { public static int One; }");
        await AtCursorAsync(fixture);
        fixture.Write("/App/Far.cs", "namespace App; public static class Far { public static int One; public static int Two; }");
        var now = await AtCursorAsync(fixture);
        Assert.That(now.Model.Compilation.GetTypeByMetadataName("App.Far")!.GetMembers("Two"), Is.Not.Empty);
    }

    [Test]
    public async Task ChangedBodyOfAnotherFile_ChangesNoDeclaration()
    {
        var fixture = Fixture.InMethod("Far.$0").Write("/App/Far.cs", "namespace App; public static class Far { public static int One() { return 1; } }");
        await AtCursorAsync(fixture);
        fixture.Write("/App/Far.cs", "namespace App; public static class Far { public static int One() { return 2; } }");
        Retype(fixture, "count.$0");
        Assert.That((await AtCursorAsync(fixture)).Model.IsSpeculativeSemanticModel, Is.True);
    }

    [TestCase("}\n void Other() {\n $0")]
    [TestCase("} $0")]
    [TestCase("if (count > 0) {\n $0")]
    public async Task TextThatEndsTheBody_IsBoundWhole(string body)
    {
        var fixture = Fixture.InMethod("order.$0");
        await AtCursorAsync(fixture);
        Retype(fixture, body);
        Assert.That((await AtCursorAsync(fixture)).Model.IsSpeculativeSemanticModel, Is.False);
    }

    private async Task<BodyModel> AtCursorAsync(Fixture fixture)
    {
        Assert.That(fixture.Snapshot.TryGetDocument(fixture.Path, out var document), Is.True);
        return (await models.AtAsync(document!, fixture.Text.OffsetAt(fixture.Cursor), default))!;
    }

    private static void Retype(Fixture fixture, string body) => fixture.Retype(Marked(fixture).Replace("order.$0", body, StringComparison.Ordinal).Replace("Far.$0", body, StringComparison.Ordinal));

    private static string Marked(Fixture fixture) => fixture.Text.ToString().Insert(fixture.Text.OffsetAt(fixture.Cursor), "$0");
}
