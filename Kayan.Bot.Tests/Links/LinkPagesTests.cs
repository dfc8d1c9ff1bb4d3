using System.Net;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Links;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static Kayan.Bot.Tests.Harness.TalkHost;

namespace Kayan.Bot.Tests.Links;

/// <summary>What somebody can do who only gets text messages: from the message over the page to the case file.</summary>
public abstract class LinkPagesTests(TalkHost host)
{
    private readonly LinkVisitor _visitor = new(host);

    [StorageFact]
    public async Task Rating_ByTheLink_IsKeptAsInTheConversationAndCanBeChanged()
    {
        var request = await AskedToRateAsync();
        var link = _visitor.LinkTo(request);
        Assert.Contains("التقييم حق لك", await _visitor.ReadAsync(link), StringComparison.Ordinal);

        var (status, thanks) = await _visitor.SendAsync(link, ("service", "5"), ("procedure", "4"), ("words", " شكرا <b>لكم</b> "));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("وصل رأيك", thanks, StringComparison.Ordinal);
        var rating = await RatingAsync(request);
        Assert.Equal((5, 4, null, "شكرا <b>لكم</b>"), (rating.Service, rating.Procedure, rating.Server, rating.Words));
        var conversation = await host.DatabaseAsync(db => db.Conversations.SingleAsync(c => c.Address == request.Phone));
        var entry = (await host.FollowUpsAsync(request)).Single(f => f.Kind == FollowUpKind.RatingRequest).StageEntryId;
        Assert.Equal((conversation.Id, entry, host.Clock.GetUtcNow()), (rating.ConversationId, rating.StageEntryId, rating.At));

        Assert.Contains("شكرا &lt;b&gt;لكم&lt;/b&gt;", await (await _visitor.OpenAsync(link)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var (_, again) = await _visitor.SendAsync(link, ("service", "1"), ("server", "2"), ("words", ""));
        Assert.Contains("نأسف أن الخدمة لم تكن كما ينبغي", again, StringComparison.Ordinal);
        rating = await RatingAsync(request);
        Assert.Equal((1, 4, 2, null), (rating.Service, rating.Procedure, rating.Server, rating.Words));
    }

    [StorageTheory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("ممتاز")]
    public async Task Rating_WithoutTheService_IsAskedForAgainWithWhatWasWritten(string service)
    {
        var request = await AskedToRateAsync();

        var (status, page) = await _visitor.SendAsync(_visitor.LinkTo(request), ("service", service), ("procedure", "3"), ("words", "كلام"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("لم يُحفظ التقييم بعد", page, StringComparison.Ordinal);
        Assert.Contains(">كلام</textarea>", page, StringComparison.Ordinal);
        Assert.False(await host.DatabaseAsync(db => db.StageRatings.AnyAsync(r => db.Requests.Any(of => of.Id == r.RequestId && of.Number == request.Number))));
    }

    [StorageFact]
    public async Task Form_WithoutItsToken_ChangesNothing()
    {
        var request = await AskedToRateAsync();
        var link = _visitor.LinkTo(request);

        var rated = await _visitor.PostAsync(link, ("service", "1"));
        var stopped = await _visitor.PostAsync(link + "/stop", ("do", "stop"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (rated.StatusCode, stopped.StatusCode));
        Assert.Contains("نرجو الإرسال مرة أخرى", await _visitor.ReadAsync(rated.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.False(await host.DatabaseAsync(db => db.StageRatings.AnyAsync(r => db.Requests.Any(of => of.Id == r.RequestId && of.Number == request.Number))));
        Assert.Empty(await LedgerAsync(request));
    }

    [StorageFact]
    public async Task Stop_OpenedByAPreview_StopsNobodyAndPressedCancelsAllAndCanBeUndone()
    {
        var request = await host.ReceiveAsync(onWhatsApp: false);
        await host.MoveAsync(request, RequestStage.DataCheck, RequestStage.DocumentsNeeded);
        var link = _visitor.LinkTo(request) + "/stop";
        await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(host.Address, link)));
        Assert.Contains("إيقاف الرسائل", await _visitor.ReadAsync(link), StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync(request));
        var before = host.SentTo(request).Count;

        var (status, page) = await _visitor.SendAsync(link);

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("تم إيقاف رسائلنا التلقائية", page, StringComparison.Ordinal);
        Assert.Equal(
            ((MessageClass[])[MessageClass.Service, MessageClass.Survey, MessageClass.Awareness])
                .Select(of => (of, false, ConsentWay.Link, "إيقاف الرسائل", host.Clock.GetUtcNow())),
            await LedgerAsync(request));
        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
        await host.MoveAsync(request, RequestStage.DataCheck);
        Assert.Equal(before, host.SentTo(request).Count);

        Assert.Contains("سيصلك جديد طلبك من الآن", (await _visitor.SendAsync(link)).Page, StringComparison.Ordinal);
        await host.MoveAsync(request, RequestStage.CommitteeReview);
        Assert.True(host.SentTo(request).Count > before);
    }

    [StorageFact]
    public async Task Status_BeforeTheCheck_ShowsNothingPersonal()
    {
        var request = await host.ReceiveAsync(onWhatsApp: false);

        var page = await _visitor.ReadAsync(_visitor.LinkTo(request));

        Assert.Contains("href=\"/chat\"", page, StringComparison.Ordinal);
        foreach (var personal in (string[])[request.Number, request.Phone, "منيرة", "دعم تعليمي", "استلام الطلب"])
        {
            Assert.DoesNotContain(personal, page, StringComparison.Ordinal);
        }
    }

    [StorageFact]
    public async Task Page_InEveryAnswer_IsClosedToScriptsCachesAndSearchEngines()
    {
        var link = _visitor.LinkTo(await AskedToRateAsync());
        foreach (var path in (string[])[link, link + "/stop", _visitor.LinkTo(await host.ReceiveAsync(onWhatsApp: false))])
        {
            var response = await _visitor.OpenAsync(path);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.StartsWith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("noindex, nofollow", response.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            var page = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
            Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [StorageFact]
    public async Task Page_OfAConversationInEnglish_IsEnglish()
    {
        var request = await AskedToRateAsync();
        await host.DatabaseAsync(db => db.Conversations.Where(c => c.Address == request.Phone).ExecuteUpdateAsync(set => set.SetProperty(c => c.Language, "en")));

        var page = await _visitor.ReadAsync(_visitor.LinkTo(request));

        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u0621-\u064A]", page);
    }

    [StorageFact]
    public async Task Code_OfEveryTextMessage_IsOneOfItsOwnThatNobodyGuesses()
    {
        var request = await AskedToRateAsync();

        var sent = host.SentTo(request).Select(m => LinkVisitor.LinkIn(m.Body)["/s/".Length..]).ToList();
        var links = await host.DatabaseAsync(db => db.ShortLinks
            .Where(l => db.Conversations.Any(c => c.Id == l.ConversationId && c.Address == request.Phone)).OrderBy(l => l.Id).ToListAsync());

        Assert.Equal(links.Select(l => l.Code), sent);
        Assert.Equal([LinkKind.Status, LinkKind.Status, LinkKind.Rating], links.Select(l => l.Kind));
        Assert.All(links, l => Assert.Matches("^[2-9abcdefghjkmnpqrstuvwxyz]{12}$", l.Code));
        Assert.All(links, l => Assert.Equal(TimeSpan.FromDays(30), l.ExpiresAt - l.CreatedAt));
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => ShortLink.To(LinkKind.Stop, 1, 1, default).Code).Distinct().Count());
    }

    private async Task<Case> AskedToRateAsync()
    {
        var request = await host.ReceiveAsync(onWhatsApp: false);
        await host.MoveAsync(request, RequestStage.DataCheck);
        return request;
    }

    private Task<Kayan.Bot.Domain.Ratings.StageRating> RatingAsync(Case of) => host.DatabaseAsync(db => db.StageRatings.AsNoTracking()
        .SingleAsync(r => db.Requests.Any(request => request.Id == r.RequestId && request.Number == of.Number)));

    private Task<List<(MessageClass, bool, ConsentWay, string, DateTimeOffset)>> LedgerAsync(Case of) => host.DatabaseAsync(async db =>
        (await db.Consents.Where(line => db.Conversations.Any(c => c.Id == line.ConversationId && c.Address == of.Phone)).OrderBy(line => line.Id).ToListAsync())
        .ConvertAll(line => (line.Class, line.Given, line.Way, line.Words, line.At)));
}

public sealed class LinkPagesOnSqlite(On<TalkHost, InSqlite> on) : LinkPagesTests(on.Fixture), IClassFixture<On<TalkHost, InSqlite>>;

public sealed class LinkPagesOnPostgreSql(On<TalkHost, InPostgreSql> on) : LinkPagesTests(on.Fixture), IClassFixture<On<TalkHost, InPostgreSql>>;

public sealed class LinkPagesOnSqlServer(On<TalkHost, InSqlServer> on) : LinkPagesTests(on.Fixture), IClassFixture<On<TalkHost, InSqlServer>>;
