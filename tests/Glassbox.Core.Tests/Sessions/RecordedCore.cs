using System.Reflection;
using Glassbox.Contracts.Session;

namespace Glassbox.Core.Tests.Sessions;

/// <summary>Passes questions on to a core and keeps the answers.</summary>
public class RecordedCore : DispatchProxy // Not sealed: the proxy derives from it.
{
    private readonly List<(string Method, object? Answer)> answers = [];
    private ICore core = null!;

    /// <summary>What was asked, in order, with the tasks that answer.</summary>
    public IReadOnlyList<(string Method, object? Answer)> Answers => answers;

    /// <summary>Stands in front of a core.</summary>
    public static (ICore Core, RecordedCore Record) Of(ICore core)
    {
        var proxy = Create<ICore, RecordedCore>();
        var record = (RecordedCore)(object)proxy;
        record.core = core;
        return (proxy, record);
    }

    /// <summary>The answers to one kind of question.</summary>
    public async Task<IReadOnlyList<T>> AnswersTo<T>(string method) =>
        await Task.WhenAll(answers.Where(answer => answer.Method == method).Select(answer => (Task<T>)answer.Answer!));

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(core, args);
        lock (answers) answers.Add((targetMethod.Name, answer));
        return answer;
    }
}
