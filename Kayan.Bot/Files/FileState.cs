namespace Kayan.Bot.Files;

/// <summary>Where a file stands. Stored by name; it only moves forward.</summary>
internal enum FileState
{
    /// <summary>It lies at the provider and is to be fetched.</summary>
    Waiting,

    /// <summary>It is here.</summary>
    Stored,

    /// <summary>It was not taken, or could not be had.</summary>
    Refused,
}
