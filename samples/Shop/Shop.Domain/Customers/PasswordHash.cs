using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shop.Domain.Customers;

/// <summary>Stored as <c>pbkdf2$iterations$salt$key</c>; anything else comes from the shop's first version.</summary>
public static class PasswordHash
{
    private const string Scheme = "pbkdf2";
    private const int Iterations = 210_000;
    private const int KeyLength = 32;

    public static string Create(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var key = Derive(password, salt, Iterations);
        return $"{Scheme}${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(key)}";
    }

    public static bool Verify(string password, string stored)
    {
        if (stored.Split('$') is not [Scheme, var iterations, var salt, var key])
        {
            return VerifyLegacy(password, stored);
        }

        var count = int.Parse(iterations, CultureInfo.InvariantCulture);
        var actual = Derive(password, Convert.FromBase64String(salt), count);
        return CryptographicOperations.FixedTimeEquals(actual, Convert.FromBase64String(key));
    }

    /// <summary>True when the hash should be made anew at the next login.</summary>
    public static bool IsLegacy(string stored) => !stored.StartsWith(Scheme + "$", StringComparison.Ordinal);

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, KeyLength);

    private static bool VerifyLegacy(string password, string stored)
    {
        var digest = MD5.HashData(Encoding.UTF8.GetBytes(password));
        var expected = Encoding.ASCII.GetBytes(stored.ToUpperInvariant());
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexString(digest)), expected);
    }
}
