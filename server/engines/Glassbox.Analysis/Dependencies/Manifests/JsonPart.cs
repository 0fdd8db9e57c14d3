namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>A value of a manifest in JSON. Arrays are not looked into: no manifest declares packages in one.</summary>
internal sealed class JsonPart
{
    /// <summary>The value of a text or of true and false; null for everything else.</summary>
    public Written? Scalar { get; set; }

    /// <summary>The members of an object, in their order.</summary>
    public List<(Written Name, JsonPart Value)> Members { get; } = [];

    public JsonPart? this[string name]
    {
        get
        {
            foreach (var (candidate, value) in Members)
            {
                if (candidate.Text == name) return value;
            }

            return null;
        }
    }

    public bool IsTrue(string name) => this[name]?.Scalar?.Text == "true";
}
