using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Requests;

/// <summary>A request to receive and the person who asks, with every field already checked.</summary>
internal sealed record NewRequest(string Title, string FullName, PhoneNumber Phone)
{
    /// <summary>Names the person for good; without it the phone number does.</summary>
    public NationalId? NationalId { get; init; }

    public Gender Gender { get; init; }

    public bool OnWhatsApp { get; init; } = true;

    public string? ServedBy { get; init; }

    /// <summary>The papers that it needs, by name.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];
}
