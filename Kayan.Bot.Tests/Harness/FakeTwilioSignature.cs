using System.Security.Cryptography;
using System.Text;

namespace Kayan.Bot.Tests.Harness;

/// <summary>Signs as Twilio does; written apart from the service's own code, so that one can catch the other.</summary>
public static class FakeTwilioSignature
{
    public static string Sign(string token, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var message = new StringBuilder(url);
        foreach (var field in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            message.Append(field.Key).Append(field.Value);
        }

#pragma warning disable CA5350 // Twilio's signatures are HMAC-SHA1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(message.ToString())));
#pragma warning restore CA5350
    }
}
