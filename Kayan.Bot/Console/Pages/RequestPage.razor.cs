using Kayan.Bot.Console.Reading;
using Microsoft.AspNetCore.Components;

namespace Kayan.Bot.Console.Pages;

/// <summary>One request: what it is, where it stands and what it needs.</summary>
public sealed partial class RequestPage
{
    private RequestView? view;

    [Parameter]
    public string Number { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        if (view is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ReadAsync() =>
        view = await Requests.UseAsync(reader => reader.ReadAsync(Number, CancellationToken.None));

    private string ByWhom(string by) => by == "bot" ? T["Writer.Bot"] : view!.StaffNames.GetValueOrDefault(by, by);
}
