using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using Kayan.Bot.Channels.Twilio;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class TwilioSignatureTests
{
    private const string Token = TwilioSignatureVectors.Token;
    private const string Target = "/webhooks/twilio/status";
    private const string Body = "MessageSid=SM00000000000000000000000000000005&MessageStatus=sent";

    public static TheoryData<string, string, string, string, string> Vectors => TwilioSignatureVectors.All;

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_KnownVector_GivesItsSignature(string name, string token, string url, string body, string signature)
    {
        Assert.NotEmpty(name);
        using var form = Form(body);

        Assert.Equal(signature, TwilioSignature.Sign(token, url, form));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void IsValid_KnownVector_IsAccepted(string name, string token, string url, string body, string signature)
    {
        Assert.NotEmpty(name);
        using var form = Form(body);
        var path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);

        Assert.True(new TwilioSignature([token], url[..path]).IsValid(url[path..], signature, form));
        Assert.False(new TwilioSignature([token + "x"], url[..path]).IsValid(url[path..], signature, form));
        Assert.False(new TwilioSignature([token], url[..path]).IsValid(url[path..] + "/", signature, form));
    }

    [Theory]
    [InlineData("{\"MessageSid\":\"SM00000000000000000000000000000006\",\"text\":\"شكرا\"}", "7dc51de4356e14b49e84396eabcc2076a055e7578276b8a13ca86de605fc49c7")]
    [InlineData("{\"property\": \"value\", \"boolean\": true}", "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620")]
    public void JsonVector_ItsHash_IsTheOneInTheSignedUrl(string json, string hash)
    {
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
        Assert.NotEqual(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json + " "))));
    }

    [Theory]
    [InlineData("https://bot.example.com", "uLRisO9qLRW41bDCQX1+sBah7uc=", true)]
    [InlineData("https://bot.example.com/", "uLRisO9qLRW41bDCQX1+sBah7uc=", true)]
    [InlineData("https://BOT.example.com", "uLRisO9qLRW41bDCQX1+sBah7uc=", true)]
    [InlineData("https://bot.example.com:443", "uLRisO9qLRW41bDCQX1+sBah7uc=", true)]
    [InlineData("https://bot.example.com:8443", "uLRisO9qLRW41bDCQX1+sBah7uc=", true)]
    [InlineData("https://bot.example.com", "HCS0Q5cudDls73txQmhz/Dg4a5Y=", true)]
    [InlineData("https://bot.example.com:8443", "x5sTw2G48TnxSK2ygdTiDrXaAp0=", true)]
    [InlineData("https://bot.example.com", "x5sTw2G48TnxSK2ygdTiDrXaAp0=", false)]
    [InlineData("http://bot.example.com", "uLRisO9qLRW41bDCQX1+sBah7uc=", false)]
    [InlineData("https://bot.example.com", "g21KxY0UKKlE5FWDlxa2GblO3wQ=", false)]
    [InlineData("https://bot.example.org", "uLRisO9qLRW41bDCQX1+sBah7uc=", false)]
    public void IsValid_PortSchemeAndHost_AreAsTolerantAsTwiliosLibrary(string baseUrl, string signature, bool valid)
    {
        using var form = Form(Body);

        Assert.Equal(valid, new TwilioSignature([Token], baseUrl).IsValid(Target, signature, form));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("uLRisO9qLRW41bDCQX1+sBah7u")]
    [InlineData("uLRisO9qLRW41bDCQX1+sBah7ud=")]
    [InlineData("ULRISO9QLRW41BDCQX1+SBAH7UC=")]
    [InlineData("uLRisO9qLRW41bDCQX1-sBah7uc=")]
    [InlineData("ÿLRisO9qLRW41bDCQX1+sBah7uc=")]
    [InlineData("uLRisO9qLRW41bDCQX1+sBah7uc= ")]
    public void IsValid_WrongHeader_IsRefused(string? signature)
    {
        using var form = Form(Body);

        Assert.False(new TwilioSignature([Token], "https://bot.example.com").IsValid(Target, signature, form));
    }

    [Fact]
    public void IsValid_DuringRotation_TakesEitherToken()
    {
        using var form = Form(Body);
        var signature = new TwilioSignature(["the next one", Token], "https://bot.example.com");

        Assert.True(signature.IsValid(Target, "uLRisO9qLRW41bDCQX1+sBah7uc=", form));
    }

    [Fact]
    public void IsValid_FieldsInAnotherOrder_IsAccepted()
    {
        using var form = Form("MessageStatus=sent&MessageSid=SM00000000000000000000000000000005");

        Assert.True(new TwilioSignature([Token], "https://bot.example.com").IsValid(Target, "uLRisO9qLRW41bDCQX1+sBah7uc=", form));
    }

    /// <summary>Names that begin alike, that other names begin with, and whose order differs between UTF-8 and UTF-16.</summary>
    [Property(MaxTest = 2000)]
    public void Sign_AnyNames_TakesThemInTheOrderOfTheirUtf16(byte[] seeds)
    {
        string[] pieces = ["Message", "MessageS", "id", "ButtonPayload", "ButtonP", "a", "A", "é", "ب", "\uE000", "\uFDFA", "😀", "0"];
        var names = seeds.Select((seed, i) => pieces[seed % 13] + (i % 3 == 0 ? "" : pieces[seed / 13 % 13])).ToList();
        var fields = names.Select((name, i) => (Name: name, Value: pieces[seeds[^(i + 1)] % 13])).ToList();
        using var form = Form(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")));

        var signature = TwilioSignature.Sign(Token, "https://bot.example.com/", form);

        fields.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is not 0 and var byName ? byName : string.CompareOrdinal(a.Value, b.Value));
        var signed = "https://bot.example.com/" + string.Concat(fields.Distinct().Select(field => field.Name + field.Value));
#pragma warning disable CA5350 // as Twilio signs
        Assert.Equal(Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(signed))), signature);
#pragma warning restore CA5350
    }

    private static TwilioForm Form(string body) => TwilioForm.Read(Encoding.UTF8.GetBytes(body))!;
}
