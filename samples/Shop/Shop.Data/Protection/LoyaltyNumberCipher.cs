using System.Security.Cryptography;
using System.Text;

namespace Shop.Data.Protection;

/// <summary>Gives equal numbers equal cipher texts, so that the till can look a customer up by number.</summary>
public sealed class LoyaltyNumberCipher(byte[] key)
{
    public string Encrypt(string number)
    {
        using var aes = Create();
        using var encryptor = aes.CreateEncryptor();
        var plain = Encoding.ASCII.GetBytes(number);
        return Convert.ToBase64String(encryptor.TransformFinalBlock(plain, 0, plain.Length));
    }

    public string Decrypt(string cipherText)
    {
        using var aes = Create();
        using var decryptor = aes.CreateDecryptor();
        var bytes = Convert.FromBase64String(cipherText);
        return Encoding.ASCII.GetString(decryptor.TransformFinalBlock(bytes, 0, bytes.Length));
    }

    private Aes Create()
    {
        var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Key = key;
        return aes;
    }
}
