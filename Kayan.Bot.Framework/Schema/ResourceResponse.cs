namespace Microsoft.Bot.Schema;

/// <summary>The id that the channel gave to something sent.</summary>
public class ResourceResponse
{
    /// <summary>No id.</summary>
    public ResourceResponse()
    {
    }

    /// <summary>An id.</summary>
    public ResourceResponse(string id = default) => Id = id;

    /// <summary>The id.</summary>
    public string Id { get; set; }
}
