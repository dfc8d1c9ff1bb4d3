namespace Microsoft.Bot.Builder;

/// <summary>A stored item that must not be overwritten blindly.</summary>
public interface IStoreItem
{
    /// <summary>The version that was read; "*" overwrites whatever is there.</summary>
    string ETag { get; set; }
}
