using System.Text.Json;
using System.Text.Json.Serialization;
using Kayan.Bot.Framework;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata about an activity.</summary>
[JsonDerivedType(typeof(Mention))]
public class Entity
{
    /// <summary>An empty entity.</summary>
    public Entity()
    {
    }

    /// <summary>An entity of a type.</summary>
    public Entity(string type = default) => Type = type;

    /// <summary>The kind of entity.</summary>
    public string Type { get; set; }

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

    /// <summary>This entity as one of its special forms.</summary>
    public T GetAs<T>() => SchemaJson.Deserialize<T>(SchemaJson.SerializeToUtf8Bytes(this));

    /// <summary>Takes type and members from <paramref name="obj"/>.</summary>
    public void SetAs<T>(T obj)
    {
        var entity = SchemaJson.Deserialize<Entity>(SchemaJson.SerializeToUtf8Bytes(obj));
        Type = entity.Type;
        Properties = entity.Properties;
    }
}
