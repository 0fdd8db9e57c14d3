using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Models;

namespace Glassbox.Agent.Sessions;

/// <summary>The engines that a core is made of.</summary>
/// <param name="Workspace">Documents and projects.</param>
/// <param name="Analysis">Findings and fixes.</param>
/// <param name="Completion">Popup completion and ghost text.</param>
/// <param name="NextEdit">The user's last edit at the next like place.</param>
/// <param name="Ledger">Records what was handed out.</param>
/// <param name="Models">Which model the user has configured.</param>
public sealed record CoreEngines(
    IWorkspaceEngine Workspace, IAnalysisEngine Analysis, ICompletionEngine Completion, INextEditEngine NextEdit, ILedger Ledger, IModelCatalog Models);
