namespace Kayan.Bot.Domain.People;

/// <summary>The grammatical gender in which a person is addressed.</summary>
public enum Gender
{
    /// <summary>Not known: texts give both forms or avoid the choice.</summary>
    Unknown,

    /// <summary>Addressed as a man.</summary>
    Male,

    /// <summary>Addressed as a woman.</summary>
    Female,
}
