using System.Security.Cryptography;
using System.Text;

namespace Shop.Data.Protection;

/// <summary>Staff's notes about a customer: nonce, tag and cipher text in one string.</summary>
public sealed class NoteCipher(byte[] key)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public string Encrypt(string note)
    {
        using var aes = new AesGcm(key, TagLength);
        var plain = Encoding.UTF8.GetBytes(note);
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var (tag, encrypted) = (new byte[TagLength], new byte[plain.Length]);
        aes.Encrypt(nonce, plain, encrypted, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. encrypted]);
    }

    public string Decrypt(string text)
    {
        using var aes = new AesGcm(key, TagLength);
        var bytes = Convert.FromBase64String(text).AsSpan();
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        aes.Decrypt(
            bytes[..NonceLength], bytes[(NonceLength + TagLength)..], bytes.Slice(NonceLength, TagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
