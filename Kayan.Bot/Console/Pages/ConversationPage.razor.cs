using Kayan.Bot.Console.Parts;
using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Security;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Kayan.Bot.Console.Pages;

/// <summary>One conversation: its transcript, what is known of the person, and the desk of the worker who owns it.</summary>
public sealed partial class ConversationPage
{
    private ConversationView? view;
    private Worker me;
    private bool busy;
    private bool givingBack;
    private int take = ConversationReader.Page;
    private (Severity Severity, string Words)? notice;
    private LiveReload? live;

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private bool MayTake => view?.Handoff is { State: HandoffState.Waiting };

    private bool IsMine => view?.Handoff is { State: HandoffState.Human } handoff && handoff.OwnerId == me.Id;

    private string State => view?.Handoff switch
    {
        null => T["State.Bot"],
        { State: HandoffState.Waiting } handoff => T["State.Waiting", Time.Since(handoff.RequestedAt)],
        _ when IsMine => T["State.Mine"],
        { } handoff => T["State.Colleague", handoff.OwnerName ?? string.Empty],
    };

    private string StateTone => view?.Handoff switch
    {
        null => "bot",
        { State: HandoffState.Waiting } => "waiting",
        _ => IsMine ? "mine" : "colleague",
    };

    private string DeskHelp => view?.Handoff switch
    {
        null => T["Desk.Bot"],
        { State: HandoffState.Waiting } => T["Desk.Waiting"],
        { } handoff => T["Desk.Colleague", handoff.OwnerName ?? string.Empty],
    };

    public void Dispose() => live?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (view?.Id == Id)
        {
            return;
        }

        var user = (await Authentication).User;
        me = new Worker(user.StaffId(), user.DisplayName());
        (take, notice, givingBack) = (ConversationReader.Page, null, false);
        await ReadAsync();
        if (view is null)
        {
            Navigation.NotFound();
            return;
        }

        live?.Dispose();
        live = RendererInfo.IsInteractive ? new LiveReload(() => InvokeAsync(ReloadAsync), Feed, Id, Time.Provider) : null;
    }

    private async Task ReloadAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync() =>
        view = await Conversations.UseAsync(reader => reader.ReadAsync(Id, take, CancellationToken.None));

    private Task ReadEarlierAsync()
    {
        take += ConversationReader.Page;
        return ReadAsync();
    }

    private Task TakeAsync() => ActAsync(async () =>
    {
        var outcome = await Desk.UseAsync(desk => desk.TakeAsync(Id, me.Id, CancellationToken.None));
        await ReadAsync();
        notice = outcome switch
        {
            TakeOutcome.Taken => null,
            TakeOutcome.SomebodyElses => (Severity.Warning, T["Take.SomebodyElses", view?.Handoff?.OwnerName ?? string.Empty]),
            _ => (Severity.Info, T["Take.NotWaiting"]),
        };
    });

    private async Task<bool> WriteAsync(string text)
    {
        var written = false;
        await ActAsync(async () =>
        {
            var outcome = await Desk.UseAsync(desk => desk.WriteAsync(Id, me, text, CancellationToken.None));
            written = outcome == WriteOutcome.Written;
            notice = written ? null : (Severity.Warning, T[$"Write.{outcome}"]);
            await ReadAsync();
        });
        return written;
    }

    private Task GiveBackAsync(string words) => ActAsync(async () =>
    {
        var outcome = await Desk.UseAsync(desk => desk.GiveBackAsync(Id, me.Id, words, CancellationToken.None));
        notice = outcome == GiveBackOutcome.GivenBack ? (Severity.Success, T["GiveBack.Done"]) : (Severity.Warning, T["Write.NotYours"]);
        givingBack = false;
        await ReadAsync();
    });

    private async Task ActAsync(Func<Task> act)
    {
        busy = true;
        try
        {
            await act();
        }
        catch (StorageUnavailableException)
        {
            notice = (Severity.Error, T["Error.NotStored"]);
        }
        finally
        {
            busy = false;
            StateHasChanged();
        }
    }
}
