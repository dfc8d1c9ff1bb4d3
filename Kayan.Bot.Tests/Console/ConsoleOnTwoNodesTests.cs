using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Console;

/// <summary>Two nodes on one database, and workers whose pages are circuits on different ones.</summary>
public sealed class ConsoleOnTwoNodesTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact(PostgreSql = true)]
    public async Task Worker_SignedInOnOneNode_WorksOnTheOther_AndAColleagueSeesIt()
    {
        SetDefaultExpectTimeout(30_000);
        using var storage = TestStorage.Create(StorageProvider.PostgreSql);
        await using var one = await ConsoleWorld.StartAsync(storage);
        await using var two = await ConsoleWorld.StartAsync(storage);
        await one.StaffAsync("noura", "نورة العتيبي");
        await one.StaffAsync("huda", "هدى");
        var id = await one.ConversationAsync(ChannelKind.WhatsApp, "+966500000001", null, (Author.Person, "ابي اكلم موظفة"));
        await one.WaitsAsync(id);
        var path = $"/console/conversations/{id}";

        var noura = await one.SignInAsync(browser, "noura");
        await noura.GotoAsync(new Uri(two.Host.Address, path).ToString());
        await ConsoleWorld.InteractiveAsync(noura);
        var huda = await one.SignInAsync(browser, "huda", path);
        await noura.GetByRole(AriaRole.Button, new() { Name = "أستلم المحادثة" }).ClickAsync();
        await Expect(huda.Locator(".state")).ToHaveTextAsync("مع نورة العتيبي");
        await noura.Locator("#composer").FillAsync("أهلًا، معك نورة.");
        await noura.GetByRole(AriaRole.Button, new() { Name = "إرسال" }).ClickAsync();

        await Expect(huda.Locator(".bubble.worker")).ToContainTextAsync("معك نورة");
        await Expect(huda.Locator("#composer")).ToHaveCountAsync(0);
        Assert.Equal(HandoffState.Human, await two.Host.DatabaseAsync(db => db.Handoffs.Select(handoff => handoff.State).SingleAsync()));
        await noura.Context.CloseAsync();
        await huda.Context.CloseAsync();
    }
}
