using Kayan.Bot.Console.Parts;
using Kayan.Bot.Console.Reading;
using Kayan.Bot.Requests;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Kayan.Bot.Console.Pages;

/// <summary>One request: what it is, where it stands, what it needs, and the moves that the policy allows.</summary>
public sealed partial class RequestPage
{
    private RequestView? view;
    private (Severity Severity, string Words)? notice;

    [Parameter]
    public string Number { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        notice = null;
        await ReadAsync();
        if (view is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ReadAsync() =>
        view = await Requests.UseAsync(reader => reader.ReadAsync(Number, CancellationToken.None));

    private async Task MoveAsync(MoveOrder order)
    {
        var me = (await Authentication).User.Identity!.Name!;
        var move = new RequestMove(order.To, me, order.Reason) { Missing = order.Missing, SeenVersion = view!.Version };
        try
        {
            var outcome = await Desk.UseAsync(desk => desk.MoveAsync(Number, move, CancellationToken.None));
            notice = outcome switch
            {
                MoveOutcome.Moved => (Severity.Success, T["Move.Done", T[$"Stage.{order.To}"]]),
                MoveOutcome.ReasonNeeded => (Severity.Warning, T["Move.ReasonNeededFirst"]),
                MoveOutcome.Conflict => (Severity.Warning, T["Move.SomebodyElse"]),
                _ => (Severity.Warning, T["Move.NotAllowed"]),
            };
        }
        catch (StorageUnavailableException)
        {
            notice = (Severity.Error, T["Error.NotStored"]);
        }

        await ReadAsync();
        StateHasChanged();
    }

    private async Task CheckAsync(long paperId, bool isRight)
    {
        try
        {
            await Desk.UseAsync(desk => desk.CheckPaperAsync(Number, paperId, isRight, CancellationToken.None));
        }
        catch (StorageUnavailableException)
        {
            notice = (Severity.Error, T["Error.NotStored"]);
        }

        await ReadAsync();
        StateHasChanged();
    }

    private string ByWhom(string by) => by == "bot" ? T["Writer.Bot"] : view!.StaffNames.GetValueOrDefault(by, by);
}
