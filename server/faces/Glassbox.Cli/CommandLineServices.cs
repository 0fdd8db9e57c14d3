using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Models;
using Glassbox.Contracts.Processes;
using Glassbox.Contracts.Session;

namespace Glassbox.Cli;

/// <summary>What the verbs need, given by the host. Nothing here may cost anything before it is used.</summary>
/// <param name="CreateCore">
/// Makes a core in this process that speaks to the given events. The verb disposes of it when it is
/// <see cref="IAsyncDisposable"/>.
/// </param>
/// <param name="Processes">Starts programs, for <c>doctor</c>.</param>
/// <param name="Ledger">Records what was checked and fixed.</param>
/// <param name="Models">Says which model is configured.</param>
/// <param name="Version">The version of the program.</param>
/// <param name="StateFolder">The absolute path of the user's state folder.</param>
public sealed record CommandLineServices(
    Func<ICoreEvents, ICore> CreateCore,
    IProcessRunner Processes,
    ILedger Ledger,
    IModelCatalog Models,
    string Version,
    string StateFolder);
