using System.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Turns offsets in UTF-8 into offsets in the text, in ascending order.</summary>
/// <param name="start">The offset of the first byte in the text.</param>
internal sealed class Utf16Offsets(byte[] bytes, int start)
{
    private int byteOffset;
    private int offset = start;

    public int At(int target)
    {
        if (target <= byteOffset) return offset;
        offset += Encoding.UTF8.GetCharCount(bytes, byteOffset, target - byteOffset);
        byteOffset = target;
        return offset;
    }
}
