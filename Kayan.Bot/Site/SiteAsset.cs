using System.IO.Compression;
using System.Security.Cryptography;

namespace Kayan.Bot.Site;

/// <summary>One file of the site, as it is and compressed.</summary>
internal sealed class SiteAsset(string name, byte[] content)
{
    public string ContentType { get; } = Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    public byte[] Content => content;

    public byte[] Brotli { get; } = Compress(content);

    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));

    private static byte[] Compress(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.Optimal))
        {
            brotli.Write(content);
        }

        return memory.ToArray();
    }
}
