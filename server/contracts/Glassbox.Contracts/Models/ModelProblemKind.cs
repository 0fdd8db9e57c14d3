namespace Glassbox.Contracts.Models;

/// <summary>What can be wrong with the model settings.</summary>
public enum ModelProblemKind
{
    /// <summary>The file cannot be read; the detail says why.</summary>
    Unreadable,

    /// <summary>The file is not a JSON object; the detail says where.</summary>
    NotJson,

    /// <summary>There is no such setting; the detail is the nearest known one, or null.</summary>
    UnknownSetting,

    /// <summary>The setting is required and not there.</summary>
    Missing,

    /// <summary>The value is not a string, or is empty.</summary>
    NotText,

    /// <summary>The address is not an absolute http or https address; the detail is the address.</summary>
    BadAddress,

    /// <summary>The address would send the user's text in the clear to another machine; the detail is its host.</summary>
    NotEncrypted,

    /// <summary>The address carries a user name or password.</summary>
    SecretInAddress,

    /// <summary>The value is a key, where the name of an environment variable is meant.</summary>
    KeyInFile,

    /// <summary>The environment variable is not set, or is empty; the detail is its name.</summary>
    VariableNotSet,
}
