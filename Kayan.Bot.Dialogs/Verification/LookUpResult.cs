namespace Kayan.Bot.Dialogs.Verification;

/// <summary>What became of a request number and the last digits of an id.</summary>
public enum LookUpResult
{
    /// <summary>They fit, and a code was sent.</summary>
    CodeSent,

    /// <summary>They do not fit: an absent number, another person's and a wrong id look the same.</summary>
    NoMatch,

    /// <summary>Too many wrong tries within the hour.</summary>
    TooManyTries,

    /// <summary>They fit, but the phone got as many codes as it may for now.</summary>
    TooManyCodes,
}
