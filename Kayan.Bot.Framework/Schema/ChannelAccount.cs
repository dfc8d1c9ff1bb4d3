using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot on a channel.</summary>
public class ChannelAccount
{
    /// <summary>An empty account.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>An account by id.</summary>
    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>Unique on the channel.</summary>
    public string Id { get; set; }

    /// <summary>For people.</summary>
    public string Name { get; set; }

    /// <summary>The directory's id, where there is one.</summary>
    public string AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string Role { get; set; }

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
