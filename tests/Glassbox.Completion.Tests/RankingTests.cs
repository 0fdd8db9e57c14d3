namespace Glassbox.Completion.Tests;

public sealed class RankingTests
{
    [Test]
    public async Task OftenUsedMember_ComesFirst()
    {
        var fixture = Fixture.InMethod("order.$0");
        Assert.That((await fixture.LabelsAsync())[0], Is.Not.EqualTo("Id"));
        await fixture.Write("/App/B.cs", "class U { void M(Order order) { x = order.Id + order.Id + order.Id + order.Id; } }").LearnAsync();
        Assert.That((await fixture.LabelsAsync())[0], Is.EqualTo("Id"));
    }

    /// <summary>The popup is open, nothing is typed, and the background learns: the next answer knows.</summary>
    [Test]
    public async Task LearnedWhileThePopupIsOpen_CountsInTheNextAnswer()
    {
        var fixture = Fixture.InMethod("order.$0");
        var before = await fixture.LabelsAsync();
        var source = new Fixture("class U { void M(Order order) { x = order.Id + order.Id + order.Id + order.Id; } }", "/App/B.cs");
        await fixture.Engine.LearnAsync(source.Snapshot, null, CancellationToken.None);
        Assert.That((await fixture.LabelsAsync())[0], Is.EqualTo("Id").And.Not.EqualTo(before[0]));
    }

    [Test]
    public async Task UseOnTheReceiversType_WeighsMoreThanOnOthers()
    {
        var fixture = Fixture.InMethod("order.$0").Write("/App/B.cs", "class U { void M(Order order, Shop s) { order.Customer(); order.Customer(); s.Id(); s.Id(); s.Id(); s.Id(); } }");
        await fixture.LearnAsync();
        Assert.That((await fixture.LabelsAsync())[0], Is.EqualTo("Customer"));
    }

    [Test]
    public async Task MemberThatFollowedTheSameWords_ComesFirst()
    {
        var fixture = Fixture.InMethod("var best = order.$0").Write("/App/B.cs", "class U { void M(Order order) { var best = order.Customer; } void N(Order a) { x = a.Id + a.Id + a.Id + a.Id; } }");
        await fixture.LearnAsync();
        Assert.That((await fixture.LabelsAsync())[0], Is.EqualTo("Customer"));
    }

    [TestCase("Id = order.$0", "Id")]
    [TestCase("var customer = order.$0", "Customer")]
    [TestCase("Use(color: order.$0", "Color")]
    [TestCase("x._total = order.$0", "Total")]
    public async Task MemberNamedLikeItsTarget_ComesFirst(string body, string expected) =>
        Assert.That((await Fixture.InMethod(body).LabelsAsync())[0], Is.EqualTo(expected));

    [Test]
    public async Task MemberNamedLikeAParameter_ComesFirst()
    {
        var labels = await new Fixture("class T { public int Alpha, Width, Zeta; } class C { void Set(T target, int width) { target.$0 } }").LabelsAsync();
        Assert.That(labels[0], Is.EqualTo("Width"));
    }

    [Test]
    public async Task MemberThatFollowsOnTheSameReceiver_ComesBeforeOneThatIsUsedAsOften()
    {
        var fixture = Fixture.InMethod("order.Total();\n int count = 0;\n order.$0")
            .Write("/App/B.cs", "class U { void M(Order order) { order.Total(); a = b; order.Customer(); order.Color(); } void N(Order order) { order.Color(); order.Total(); c(d); order.Customer(); } }");
        await fixture.LearnAsync();
        var labels = await fixture.LabelsAsync();
        Assert.That(labels.IndexOf("Customer"), Is.LessThan(labels.IndexOf("Color")));
    }

    [TestCase("var text = color switch { Color.Red => 1, Color.$0 => 2, Color.Blue => 3 };")]
    [TestCase("var text = color switch { Color.Red or Color.Blue => 1, Color.$0 => 2 };")]
    [TestCase("switch (color) { case Color.Red: break; case Color.$0: break; case Color.Blue: break; }")]
    [TestCase("var text = color switch\n{\n Color.Red => 1,\n Color.Blue => 3,\n Color.$0\n _ => 0 };")]
    public async Task ArmThatTheSwitchHas_ComesLast(string body) =>
        Assert.That((await Fixture.InMethod(body).LabelsAsync())[0], Is.EqualTo("Green"));

    [TestCase("switch (color) { case Color.Red: if (other is Color.$0) { } break; }")]
    [TestCase("var text = color switch { Color.Red => other is Color.$0 };")]
    [TestCase("var text = color switch { Color.Red when sure => 1, Color.$0 => 2 };")]
    [TestCase("var text = (color, other) switch { (Color.Red, Color.Red) => 1, (Color.Blue, Color.$0) => 2 };")]
    public async Task WhereTheSameMemberMayStandAgain_ItIsNotHeldBack(string body) =>
        Assert.That((await Fixture.InMethod(body).LabelsAsync()).Take(2), Does.Contain("Red"));

    [Test]
    public async Task Unlearned_CountsNoMore()
    {
        var fixture = await Fixture.InMethod("order.$0").LearnAsync();
        var before = await fixture.LabelsAsync();
        await fixture.Write("/App/B.cs", "class U { void M(Order order) { x = order.Id + order.Id + order.Id; } }").LearnAsync();
        Assert.That(await fixture.LabelsAsync(), Is.Not.EqualTo(before));
        await fixture.Remove("/App/B.cs").LearnAsync();
        Assert.That(await fixture.LabelsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task UsedInTheFileThatHasItsName_CountsAsMuch()
    {
        var uses = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"    void U{i}(Animal animal) {{ animal.Zigzag(); }}"));
        var fixture = await new Fixture("class User { void M(Animal animal) { animal.$0 } }", "/App/User.cs")
            .Write("/App/Animal.cs", $"class Animal {{ public void Amble() {{ }} public void Zigzag() {{ }} }}\nclass Uses\n{{\n{uses}\n}}").LearnAsync();
        Assert.That((await fixture.LabelsAsync())[0], Is.EqualTo("Zigzag"));
    }

    [Test]
    public async Task FittingType_ComesFirst()
    {
        var labels = await new Fixture("class C { void M(string alpha, int beta, string gamma) { int x = $0; } }").LabelsAsync();
        Assert.That(labels[0], Is.EqualTo("beta"));
    }

    [Test]
    public async Task JustUsed_ComesFirst()
    {
        var labels = await new Fixture("class C { void M(int alpha, int beta, int gamma) { Use(beta); beta++; Use($0 } }").LabelsAsync();
        Assert.That(labels[0], Is.EqualTo("beta"));
    }

    [Test]
    public async Task LearningMeanwhile_DisturbsNobody()
    {
        var fixture = Fixture.InMethod("order.$0").Write("/App/B.cs", "class U { void M(Order order) { x = order.Id; } }");
        var snapshot = fixture.Snapshot;
        var without = fixture.Remove("/App/B.cs").Snapshot;
        var learning = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++) await fixture.Engine.LearnAsync(i % 2 == 0 ? snapshot : without, null, CancellationToken.None);
        });
        for (var i = 0; i < 50; i++)
        {
            Assert.That(await fixture.LabelsAsync(), Does.Contain("Id"));
            await fixture.GhostAsync();
        }

        await learning;
    }

    [Test]
    public async Task PrefixMatch_ComesBeforeSubstring()
    {
        var labels = await new Fixture("class C { int xcount; int counter; void M() { cou$0 } }").LabelsAsync();
        Assert.That(labels.IndexOf("counter"), Is.LessThan(labels.IndexOf("xcount")));
    }

    [Test]
    public async Task InScope_ComesBeforeImported()
    {
        var fixture = await new Fixture("class Strange { } class C { void M() { Str$0 } }").LearnAsync();
        var labels = await fixture.LabelsAsync();
        Assert.That(labels.IndexOf("Strange"), Is.LessThan(labels.IndexOf("StringBuilder")));
    }
}
