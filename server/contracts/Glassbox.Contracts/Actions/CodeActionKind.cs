namespace Glassbox.Contracts.Actions;

/// <summary>What a code action is for.</summary>
public enum CodeActionKind
{
    /// <summary>Removes one finding by changing the code.</summary>
    QuickFix,

    /// <summary>Marks one finding as looked at, with a reason, by a comment.</summary>
    Suppress,

    /// <summary>Applies the same fix to every finding of its rule in a scope.</summary>
    FixAllOfRule,

    /// <summary>Applies every safe fix in the document; what <c>source.fixAll.glassbox</c> runs on save.</summary>
    FixAllInDocument,

    /// <summary>Makes the user's last edit again, at one like place or at all of them in the document.</summary>
    NextEdit,
}
