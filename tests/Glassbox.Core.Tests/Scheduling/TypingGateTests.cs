using Glassbox.Agent.Scheduling;

namespace Glassbox.Core.Tests.Scheduling;

public sealed class TypingGateTests
{
    [Test]
    public async Task WithoutTyping_NothingWaits() =>
        await new TypingGate(TimeProvider.System).WaitForQuietAsync(default).WaitAsync(TimeSpan.FromSeconds(5));

    [Test]
    public async Task WhileAnAnswerIsUnderWay_BackgroundWaits()
    {
        var gate = new TypingGate(TimeProvider.System);
        var pass = gate.EnterTyping();
        var quiet = gate.WaitForQuietAsync(default);
        Assert.That(async () => await quiet.WaitAsync(TimeSpan.FromMilliseconds(300)), Throws.InstanceOf<TimeoutException>());
        pass.Dispose();
        await quiet.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Test]
    public void AKeystroke_HoldsBackgroundBack()
    {
        var gate = new TypingGate(TimeProvider.System);
        gate.NoteKeystroke();
        Assert.That(gate.WaitForQuietAsync(default).IsCompleted, Is.False);
    }

    [Test]
    public async Task DisposingTwice_CountsOnce()
    {
        var gate = new TypingGate(TimeProvider.System);
        var first = gate.EnterTyping();
        using (gate.EnterTyping())
        {
            first.Dispose();
            first.Dispose();
            Assert.That(async () => await gate.WaitForQuietAsync(default).WaitAsync(TimeSpan.FromMilliseconds(300)), Throws.InstanceOf<TimeoutException>());
        }

        await gate.WaitForQuietAsync(default).WaitAsync(TimeSpan.FromSeconds(5));
    }
}
