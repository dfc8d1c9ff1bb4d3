using Kayan.Bot.Console.Parts;
using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Kayan.Bot.Console.Pages;

/// <summary>عملي اليوم: who waits for a human, my conversations, what is due among the requests.</summary>
public sealed partial class WorkPage
{
    private IReadOnlyList<WaitingRow> waiting = [];
    private IReadOnlyList<WaitingRow> mine = [];
    private int submitted;
    private int checking;
    private int late;
    private int incidents;
    private bool seesIncidents;
    private long workerId;
    private LiveReload? live;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        workerId = user.StaffId();
        seesIncidents = (await Authorization.AuthorizeAsync(user, StaffPolicies.Managers)).Succeeded;
        if (RendererInfo.IsInteractive)
        {
            live = new LiveReload(() => InvokeAsync(ReloadAsync), Feed, conversationId: null, Time.Provider);
        }

        await ReadAsync();
    }

    public void Dispose() => live?.Dispose();

    private async Task ReloadAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        waiting = await Waiting.UseAsync(list => list.WaitingAsync(CancellationToken.None));
        mine = await Waiting.UseAsync(list => list.OwnedByAsync(workerId, CancellationToken.None));
        submitted = await CountAsync(new(Stage: RequestStage.Submitted));
        checking = await CountAsync(new(Stage: RequestStage.DataCheck));
        late = await CountAsync(new(LateAtCommittee: true));
        incidents = seesIncidents ? await Sending.UseAsync(reader => reader.CountAsync(CancellationToken.None)) : 0;
    }

    private Task<int> CountAsync(RequestFilter filter) => Requests.UseAsync(reader => reader.CountAsync(filter, CancellationToken.None));
}
