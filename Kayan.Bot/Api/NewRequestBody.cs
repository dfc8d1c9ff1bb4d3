namespace Kayan.Bot.Api;

/// <summary>POST /api/v1/requests. Everything is text as it came; <see cref="NewRequestReader"/> reads it.</summary>
internal sealed record NewRequestBody(string? Title, NewRequestBody.PersonBody? Person, string? ServedBy, IReadOnlyList<string?>? Requirements)
{
    internal sealed record PersonBody(string? FullName, string? Phone, string? NationalId, string? Gender, bool? OnWhatsApp);
}
