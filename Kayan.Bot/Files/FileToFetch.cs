namespace Kayan.Bot.Files;

/// <summary>A file of a message that lies at the provider.</summary>
/// <param name="Id">Its id from now on.</param>
/// <param name="ContentType">What the sender says it is, without parameters.</param>
/// <param name="Source">Where it lies.</param>
internal sealed record FileToFetch(Guid Id, string ContentType, string Source)
{
    private const int LongestType = 60;

    /// <summary>The file as a message announces it.</summary>
    public static FileToFetch Of(string? contentType, string source)
    {
        var type = (contentType ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();
        return new(Guid.CreateVersion7(), type.Length > LongestType ? type[..LongestType] : type, source);
    }
}
