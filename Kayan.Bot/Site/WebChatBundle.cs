using System.Security.Cryptography;

namespace Kayan.Bot.Site;

/// <summary>Microsoft's Web Chat control as the build left it beside the program; absent where it was built without Node.</summary>
internal sealed class WebChatBundle(string folder)
{
    public const string FileName = "webchat.js";

    private readonly Lazy<string> _version = new(() => Hash(Path.Combine(folder, FileName)));

    public WebChatBundle()
        : this(Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat"))
    {
    }

    public bool IsPresent => File.Exists(Path.Combine(folder, FileName));

    public string Version => _version.Value;

    /// <summary>The smallest form that the browser takes.</summary>
    public (string Path, string? Encoding) For(string acceptEncoding)
    {
        foreach (var (encoding, suffix) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            var path = Path.Combine(folder, FileName + suffix);
            if (acceptEncoding.Contains(encoding, StringComparison.OrdinalIgnoreCase) && File.Exists(path))
            {
                return (path, encoding);
            }
        }

        return (Path.Combine(folder, FileName), null);
    }

    private static string Hash(string path)
    {
        if (!File.Exists(path))
        {
            return "none";
        }

        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 6));
    }
}
