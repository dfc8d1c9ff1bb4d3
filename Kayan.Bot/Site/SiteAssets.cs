using System.Text;
using System.Text.RegularExpressions;

namespace Kayan.Bot.Site;

/// <summary>The site's own small files, kept in the assembly and compressed once. A changed file has a new address.</summary>
internal sealed partial class SiteAssets
{
    private readonly Dictionary<string, SiteAsset> _files = [];
    private readonly Dictionary<string, string> _pages = [];
    private readonly WebChatBundle _bundle;

    public SiteAssets(WebChatBundle bundle)
    {
        _bundle = bundle;
        foreach (var name in typeof(SiteAssets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Site/", StringComparison.Ordinal)))
        {
            var content = Read(name);
            var file = name["Site/".Length..];
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                _pages[file] = Encoding.UTF8.GetString(content);
            }
            else
            {
                _files[file] = new SiteAsset(file, content);
            }
        }

        foreach (var (name, template) in _pages.ToList())
        {
            _pages[name] = Placeholder().Replace(template, match => Address(match.Groups[1].Value) ?? match.Value);
        }
    }

    public SiteAsset? Find(string name) => _files.GetValueOrDefault(name);

    /// <summary>A page whose files are addressed; <c>{{nonce}}</c> is left for each request.</summary>
    public string Page(string name) => _pages[name];

    /// <summary>The address of a file in its present version.</summary>
    public string AddressOf(string name) => Address(name) ?? throw new ArgumentException($"The site has no {name}.", nameof(name));

    private string? Address(string name) => name switch
    {
        WebChatBundle.FileName => $"/webchat/{WebChatBundle.FileName}?v={_bundle.Version}",
        _ => Find(name) is { } file ? $"/site/{name}?v={file.Version}" : null,
    };

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    [GeneratedRegex(@"\{\{([\w.-]+)\}\}")]
    private static partial Regex Placeholder();
}
