namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>
/// Tables that map names of packages to versions, as Cargo and Poetry write them: <c>a = "1"</c>,
/// <c>a = { version = "1" }</c>, <c>a.version = "1"</c> and <c>[dependencies.a]</c> mean the same.
/// </summary>
internal sealed class TomlDependencies
{
    private readonly Dictionary<string, Entry> known = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];

    /// <summary>Takes an entry whose table is named by the first parts of its path.</summary>
    public void Take(TomlItem item, int tableParts, bool isDevelopment)
    {
        if (item.Path.Count <= tableParts) return;
        var key = string.Join('\n', item.Path.Take(tableParts + 1).Select(part => part.Text));
        if (!known.TryGetValue(key, out var entry))
        {
            entry = new Entry(item.Path[tableParts], isDevelopment);
            known.Add(key, entry);
            entries.Add(entry);
        }

        if (item.Path.Count == tableParts + 1) entry.Fill(item.Value);
        else entry.Set(item.Path[tableParts + 1].Text, item.Value);
    }

    /// <summary>Adds all that come from a registry.</summary>
    public void AddTo(ManifestBuilder manifest)
    {
        foreach (var entry in entries)
        {
            // What lies in the same repository or is fetched from one has no version to speak of.
            if (entry.IsElsewhere && entry.Version is null) continue;
            manifest.Add(entry.Package is { } package ? entry.Name with { Text = package.Text } : entry.Name, entry.Version, entry.IsDevelopment);
        }
    }

    /// <summary>What is known of one name so far.</summary>
    private sealed class Entry(Written name, bool isDevelopment)
    {
        public Written Name { get; } = name;

        public bool IsDevelopment { get; } = isDevelopment;

        public Written? Version { get; private set; }

        /// <summary>The real name, where the key is another.</summary>
        public Written? Package { get; private set; }

        public bool IsElsewhere { get; private set; }

        public void Fill(TomlValue value)
        {
            if (value.Text is not null) Version = value.Text;
            foreach (var member in value.Members) Set(member.Path[0].Text, member.Value);
            // Several tables for one name differ in their markers; the first one stands for all.
            if (value.Items.Count > 0 && Version is null) Fill(value.Items[0]);
        }

        public void Set(string field, TomlValue value)
        {
            switch (field)
            {
                case "version":
                    Version = value.Text;
                    break;
                case "package":
                    Package = value.Text;
                    break;
                case "path" or "git" or "url" or "file":
                    IsElsewhere = true;
                    break;
            }
        }
    }
}
