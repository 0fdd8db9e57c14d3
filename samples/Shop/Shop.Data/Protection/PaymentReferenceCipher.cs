using System.Security.Cryptography;
using System.Text;

namespace Shop.Data.Protection;

/// <summary>Payment references in the form that the card terminals print on receipts.</summary>
public sealed class PaymentReferenceCipher(byte[] key)
{
    public string Encrypt(string reference)
    {
        using var cipher = TripleDES.Create();
        cipher.Key = key;
        cipher.GenerateIV();
        var encrypted = cipher.EncryptCbc(Encoding.ASCII.GetBytes(reference), cipher.IV);
        return Convert.ToHexString([.. cipher.IV, .. encrypted]);
    }
}
