using System.Net;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Links;

/// <summary>A code that leads nowhere looks like any address that is not there, and cannot be guessed in bulk.</summary>
public sealed class LinkCodesTests : IAsyncLifetime
{
    private readonly TalkHost _host = new TalkHost().With("Links:GuessesPerMinute", "8");
    private readonly LinkVisitor _visitor;

    public LinkCodesTests() => _visitor = new(_host);

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Code_UnknownExpiredOrForeign_LooksLikeAnAbsentPage()
    {
        var request = await _host.ReceiveAsync(onWhatsApp: false);
        var link = _visitor.LinkTo(request);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.OpenAsync(link)).StatusCode);
        var absent = await ShapeAsync(await _visitor.OpenAsync("/nothing/here"));

        Assert.Equal(absent, await ShapeAsync(await _visitor.OpenAsync("/s/abcdefghjkmn")));
        Assert.Equal(absent, await ShapeAsync(await _visitor.OpenAsync("/s/x")));
        Assert.Equal(absent, await ShapeAsync(await _visitor.PostAsync("/s/abcdefghjkmn/stop")));

        await GiveThePhoneToSomebodyElseAsync(request);
        Assert.Equal(absent, await ShapeAsync(await _visitor.OpenAsync(link)));
        Assert.Equal(absent, await ShapeAsync(await _visitor.PostAsync(link + "/stop")));

        var other = await _host.ReceiveAsync(onWhatsApp: false);
        var otherLink = _visitor.LinkTo(other);
        _host.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _visitor.OpenAsync(otherLink)).StatusCode);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(absent, await ShapeAsync(await _visitor.OpenAsync(otherLink)));
    }

    [Fact]
    public async Task Guesses_FromOneNetwork_AreLimitedAndRightCodesDoNotCount()
    {
        var request = await _host.ReceiveAsync(onWhatsApp: false);
        var link = _visitor.LinkTo(request);
        for (var opened = 0; opened < 20; opened++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _visitor.OpenAsync(link)).StatusCode);
        }

        for (var guess = 0; guess < 8; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _visitor.OpenAsync("/s/abcdefghjkmn")).StatusCode);
        }

        var limited = await _visitor.OpenAsync(link);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), limited.Headers.RetryAfter!.Delta);
    }

    private Task<int> GiveThePhoneToSomebodyElseAsync(TalkHost.Case of) => _host.DatabaseAsync(async db =>
    {
        var somebody = db.People.Add(new Person { FullName = "هيا" }).Entity;
        await db.SaveChangesAsync();
        return await db.Addresses.Where(a => a.Value == of.Phone).ExecuteUpdateAsync(set => set.SetProperty(a => a.PersonId, somebody.Id));
    });

    /// <summary>All that can be told apart of an answer.</summary>
    private static async Task<string> ShapeAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order();
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{await response.Content.ReadAsStringAsync()}";
    }
}
