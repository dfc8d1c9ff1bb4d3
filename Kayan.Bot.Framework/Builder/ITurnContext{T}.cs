namespace Microsoft.Bot.Builder;

/// <summary>A turn whose activity is seen as one of its special forms.</summary>
public interface ITurnContext<T> : ITurnContext
    where T : IActivity
{
    /// <summary>The incoming activity.</summary>
    new T Activity { get; }
}
