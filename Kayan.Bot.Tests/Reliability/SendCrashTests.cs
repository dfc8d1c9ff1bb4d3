using System.Collections.Concurrent;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>R3: the real process, killed at each of the five points around a send.</summary>
[Collection(WholeMachine.Name)]
public sealed class SendCrashTests
{
    private const int Rounds = 5;

    // One person a point; how the provider behaves at their first message decides where the kill hits.
    private static readonly (string Point, FakeTwilioAnswer? First)[] Points =
    [
        ("before the claim", FakeTwilioAnswer.TooManyRequests()), // turned away for now: waits unclaimed for its next try
        ("after the claim", FakeTwilioAnswer.Hang),               // claimed, never reached the provider's books
        ("after the accept", FakeTwilioAnswer.AcceptThenHang),    // in the provider's books, the answer never came
        ("after the read", FakeTwilioAnswer.SlowBytes),           // in the books, half of the answer came
        ("after the commit", null),                               // all done
    ];

    [Fact]
    public async Task Kill_AtEachPointAroundASend_LosesNothingAndSendsNothingTwice()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        var first = new ConcurrentDictionary<string, FakeTwilioAnswer>();
        twilio.Decide = form => first.TryRemove(form["To"].ToString(), out var answer) ? answer : FakeTwilioAnswer.Created;
        using var service = new KayanProcess(twilio.Account, twilio.BaseAddress, Settings());
        using var http = new HttpClient();
        await service.StartAsync();

        for (var round = 0; round < Rounds; round++)
        {
            await PlayRoundAsync(service, http, twilio, first, round);
        }

        await LedgerCheck.DrainedAsync(service.Storage);
        await LedgerCheck.HoldsAsync(service.Storage, twilio, Rounds * Points.Length);
    }

    private static async Task PlayRoundAsync(
        KayanProcess service, HttpClient http, FakeTwilio twilio, ConcurrentDictionary<string, FakeTwilioAnswer> first, int round)
    {
        var before = twilio.Requests;
        for (var i = 0; i < Points.Length; i++)
        {
            var number = Crowd.Phone((round * Points.Length) + i);
            if (Points[i].First is { } answer)
            {
                first[$"whatsapp:{number}"] = answer;
            }

            await new FakeTwilioPhone(twilio.Account, http, service.Address, number).WhatsAppAsync("السلام عليكم");
        }

        await Eventually.HoldsAsync(() => Task.FromResult(first.IsEmpty && twilio.Requests >= before + Points.Length));
        await CommittedAsync(service.Storage, Crowd.Phone((round * Points.Length) + Points.Length - 1));
        await service.KillAsync();
        await service.StartAsync();
    }

    private static Task CommittedAsync(TestStorage storage, string number) => Eventually.HoldsAsync(async () =>
    {
        await using var db = LedgerCheck.Open(storage);
        return await db.OutboxMessages.AnyAsync(m => m.To == number && m.State == OutboxState.Accepted);
    });

    private static Dictionary<string, string> Settings() => new()
    {
        ["Pipeline__Lease"] = "00:00:02",
        ["Pipeline__SendClaim"] = "00:00:08",
        ["Pipeline__AmbiguousGrace"] = "00:00:01",
        ["Twilio__SendTimeout"] = "00:00:06",
    };
}
