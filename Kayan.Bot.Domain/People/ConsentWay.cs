namespace Kayan.Bot.Domain.People;

/// <summary>How a line came into the consent ledger. Stored by name.</summary>
public enum ConsentWay
{
    /// <summary>The person wrote the word for it, for example "إيقاف".</summary>
    Keyword,

    /// <summary>The person answered our question.</summary>
    Question,

    /// <summary>The provider understood the person's message by itself, and has told them so.</summary>
    Provider,

    /// <summary>The provider refuses our messages because the person has stopped them there. Nobody has told them anything.</summary>
    Refusal,

    /// <summary>The person pressed the button on the page of a short link.</summary>
    Link,
}
