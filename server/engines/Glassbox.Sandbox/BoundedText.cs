using System.Text;

namespace Glassbox.Sandbox;

/// <summary>Keeps the beginning of a stream and reads on, so that a program that writes much does not stand still.</summary>
internal sealed class BoundedText(int limit)
{
    private readonly Lock gate = new();
    private readonly StringBuilder kept = new();
    private bool isTruncated;

    /// <summary>More came than was kept.</summary>
    public bool IsTruncated { get { lock (gate) return isTruncated; } }

    /// <summary>Reads to the end, or until nobody waits any more.</summary>
    public async Task ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            lock (gate)
            {
                var room = Math.Min(count, limit - kept.Length);
                kept.Append(buffer, 0, room);
                isTruncated |= room < count;
            }
        }
    }

    /// <summary>What was kept so far.</summary>
    public override string ToString() { lock (gate) return kept.ToString(); }
}
