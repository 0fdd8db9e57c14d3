namespace Glassbox.Completion.Corpus;

/// <summary>Where tokens were read.</summary>
internal enum TokenOrigin
{
    /// <summary>In another document of the workspace.</summary>
    Workspace,

    /// <summary>In the buffer, before the cursor.</summary>
    Before,

    /// <summary>In the buffer, behind the cursor.</summary>
    After,
}
