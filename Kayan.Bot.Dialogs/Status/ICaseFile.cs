namespace Kayan.Bot.Dialogs.Status;

/// <summary>The requests that the conversation may tell of.</summary>
public interface ICaseFile
{
    /// <summary>The requests of a person, newest first.</summary>
    Task<IReadOnlyList<RequestView>> RequestsOfAsync(long personId, CancellationToken cancellationToken);

    /// <summary>One request; null where there is none.</summary>
    Task<RequestView?> FindAsync(long requestId, CancellationToken cancellationToken);
}
