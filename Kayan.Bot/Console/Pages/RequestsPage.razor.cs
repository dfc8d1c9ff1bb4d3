using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.Requests;
using Microsoft.AspNetCore.Components;

namespace Kayan.Bot.Console.Pages;

/// <summary>The requests, those that have waited longest in their stage first. The filter stands in the address.</summary>
public sealed partial class RequestsPage
{
    private const int Most = 5000;

    private IReadOnlyList<RequestRow> rows = [];
    private int found;

    [SupplyParameterFromQuery]
    private string? Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery]
    private bool Late { get; set; }

    [SupplyParameterFromQuery]
    private int? Take { get; set; }

    private RequestFilter Filter => new(
        Enum.TryParse<RequestStage>(Stage, out var stage) && Enum.IsDefined(stage) ? stage : null,
        WesternDigits(Number),
        Late);

    private int Limit => Math.Clamp(Take ?? RequestReader.Page, 1, Most);

    private string FoundWords => (found, Late) switch
    {
        (0, true) => T["Work.NoneLate"],
        (0, false) => T["Requests.None"],
        (_, true) => T["Requests.FoundLate", found],
        _ => T["Requests.Found", found],
    };

    private string MoreHref => Uri.EscapeDataString(Stage ?? string.Empty) is var stage
        ? $"/console/requests?stage={stage}&late={(Late ? "true" : "false")}&take={Limit + (4 * RequestReader.Page)}"
        : string.Empty;

    protected override async Task OnParametersSetAsync()
    {
        found = await Requests.UseAsync(reader => reader.CountAsync(Filter, CancellationToken.None));
        rows = await Requests.UseAsync(reader => reader.ListAsync(Filter, Limit, CancellationToken.None));
    }

    private static string WesternDigits(string? text) => string.Concat(
        (text ?? string.Empty).Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
}
