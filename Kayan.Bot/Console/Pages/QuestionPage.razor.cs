using Kayan.Bot.Faq;
using Kayan.Bot.Security;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Kayan.Bot.Console.Pages;

/// <summary>One question: everybody reads it, managers change it.</summary>
public sealed partial class QuestionPage
{
    private FaqView? view;
    private (Severity Severity, string Words)? notice;
    private bool mayChange;
    private bool busy;
    private string questionAr = string.Empty;
    private string answerAr = string.Empty;
    private string phrasings = string.Empty;
    private string questionEn = string.Empty;
    private string answerEn = string.Empty;
    private string phrasingsEn = string.Empty;

    [Parameter]
    public string Key { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        notice = null;
        mayChange = await MayChangeAsync();
        await ReadAsync();
        if (view is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task<bool> MayChangeAsync() =>
        (await Authorization.AuthorizeAsync((await Authentication).User, StaffPolicies.Managers)).Succeeded;

    private async Task ReadAsync()
    {
        view = await Questions.UseAsync(desk => desk.ReadAsync(Key, CancellationToken.None));
        if (view?.Entry is { } entry)
        {
            (questionAr, answerAr, questionEn, answerEn) = (entry.QuestionAr, entry.AnswerAr, entry.QuestionEn, entry.AnswerEn);
            (phrasings, phrasingsEn) = (string.Join('\n', entry.Phrasings), string.Join('\n', entry.PhrasingsEn));
        }
    }

    private async Task SaveAsync()
    {
        var me = (await Authentication).User.Identity!.Name!;
        var edit = new FaqEdit(questionAr, answerAr, Lines(phrasings), questionEn, answerEn, Lines(phrasingsEn));
        await ChangeAsync(desk => desk.SaveAsync(Key, edit, view!.Version, me, CancellationToken.None));
    }

    private Task RestoreAsync() => ChangeAsync(desk => desk.RestoreAsync(Key, view!.Version, CancellationToken.None));

    private async Task ChangeAsync(Func<FaqDesk, Task<FaqEditOutcome>> change)
    {
        if (busy || !await MayChangeAsync())
        {
            return;
        }

        busy = true;
        try
        {
            var outcome = await Questions.UseAsync(change);
            notice = (outcome == FaqEditOutcome.Saved ? Severity.Success : Severity.Warning, T[$"Question.{outcome}"]);
            if (outcome is FaqEditOutcome.Saved)
            {
                await ReadAsync();
            }
        }
        catch (StorageUnavailableException)
        {
            notice = (Severity.Error, T["Error.NotStored"]);
        }
        finally
        {
            busy = false;
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
