using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Seed;

/// <summary>
/// An invented person with one request that went through <paramref name="Way"/>, the last step <paramref name="Days"/> days ago.
/// </summary>
internal sealed record DemoPerson(
    int Number, string Name, Gender Gender, bool OnWhatsApp, string Title, int Days, params RequestStage[] Way)
{
    /// <summary>Papers that the request needs; the first is missing, the others are there.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>Why the last step was taken, where the person is told.</summary>
    public string? Reason { get; init; }

    /// <summary>+966500000001 and so on.</summary>
    public string Phone => $"+9665{Number:00000000}";

    /// <summary>A valid id that the association's own numbers cannot meet: 10000000xx.</summary>
    public string NationalId => Enumerable.Range(0, 10)
        .Select(digit => $"1{Number:00000000}{digit}")
        .First(text => Domain.People.NationalId.TryParse(text, out _));

    public RequestNumber RequestNumber => Domain.Requests.RequestNumber.FromSerial(200_000 + Number);
}
