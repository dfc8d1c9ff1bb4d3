using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card or a file.</summary>
public class Attachment
{
    /// <summary>An empty attachment.</summary>
    public Attachment()
    {
    }

    /// <summary>An attachment by its parts.</summary>
    public Attachment(
        string contentType = default,
        string contentUrl = default,
        object content = default,
        string name = default,
        string thumbnailUrl = default)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    /// <summary>The MIME type, or a card's type.</summary>
    public string ContentType { get; set; }

    /// <summary>Where the file is.</summary>
    public string ContentUrl { get; set; }

    /// <summary>The card itself; comes in as a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public object Content { get; set; }

    /// <summary>The file's name.</summary>
    public string Name { get; set; }

    /// <summary>A small picture of it.</summary>
    public string ThumbnailUrl { get; set; }

    /// <summary>Members of the JSON that this type does not know; written back as they came.</summary>
    [JsonIgnore]
    public IDictionary<string, JsonElement> Properties
    {
        get => ExtensionData ??= new Dictionary<string, JsonElement>();
        set => ExtensionData = value;
    }

    [JsonExtensionData]
    [JsonInclude]
    internal IDictionary<string, JsonElement> ExtensionData { get; set; }
}
