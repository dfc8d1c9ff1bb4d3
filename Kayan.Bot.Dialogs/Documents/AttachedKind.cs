namespace Kayan.Bot.Dialogs.Documents;

/// <summary>What came with a message beside its words.</summary>
internal enum AttachedKind
{
    Nothing,

    /// <summary>A photo, a scan or a PDF: it may be a paper of a request.</summary>
    Paper,

    /// <summary>A voice note or another recording.</summary>
    Voice,

    /// <summary>A film, or a picture that moves.</summary>
    Film,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>The card of a person.</summary>
    Contact,

    /// <summary>A place on the map.</summary>
    Location,

    /// <summary>A kind of file that is not taken.</summary>
    NotTaken,
}
