using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation on a channel.</summary>
public class ConversationAccount
{
    /// <summary>An empty conversation.</summary>
    public ConversationAccount()
    {
    }

    /// <summary>A conversation by its parts.</summary>
    public ConversationAccount(
        bool? isGroup = default,
        string conversationType = default,
        string id = default,
        string name = default,
        string aadObjectId = default,
        string role = default,
        string tenantId = default)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    /// <summary>Whether more than two take part.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The channel's kind of conversation.</summary>
    public string ConversationType { get; set; }

    /// <summary>Unique on the channel.</summary>
    public string Id { get; set; }

    /// <summary>For people.</summary>
    public string Name { get; set; }

    /// <summary>The directory's id, where there is one.</summary>
    public string AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string Role { get; set; }

    /// <summary>The tenant, where there is one.</summary>
    public string TenantId { get; set; }

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
