namespace Kayan.Bot.Files;

/// <summary>Why a file is not here. Stored by name.</summary>
internal enum FileRefusal
{
    /// <summary>Its content is of no kind that is taken.</summary>
    KindNotTaken,

    /// <summary>It is larger than <see cref="ReceivedFile.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>It is said to lie elsewhere than at the provider.</summary>
    ForeignAddress,

    /// <summary>The provider does not have it (any more).</summary>
    Gone,

    /// <summary>It could not be had after many tries.</summary>
    Unreachable,
}
