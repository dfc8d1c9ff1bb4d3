using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kayan.Bot.CaseFile;

/// <summary>Six digits from a cryptographic generator, and the salted hash that is all we keep of them.</summary>
internal static class CodeHash
{
    public static string Draw() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static (string Hash, string Salt) Of(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return (Convert.ToBase64String(Hash(salt, code)), Convert.ToBase64String(salt));
    }

    public static bool Fits(string code, string hash, string salt) =>
        CryptographicOperations.FixedTimeEquals(Hash(Convert.FromBase64String(salt), code), Convert.FromBase64String(hash));

    private static byte[] Hash(byte[] salt, string code) => HMACSHA256.HashData(salt, Encoding.ASCII.GetBytes(code));
}
