using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>People say anything at any time: there is always a reply and a way on, except while a human is awaited and to a stop that was confirmed already.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 300;
    private const int Steps = 30;

    private static readonly string[] Sayings =
    [
        "السلام عليكم", "0", "1", "٢", "3", "٤", "5", "6", "9", "نعم", "لا", "مدري", "تخطي", "غامض", "وين وصل طلبي", "1000017", "1000033", "1234", "9999",
        "123456", "000000", "إعادة", "موظف", "إلغاء", "English", "عربي", "إيقاف", "اشتراك", "مساعدة", "كم مدة دراسة الطلب؟", "ما الأوراق المطلوبة؟", "شكرا",
        "تقييم", "أريد تقديم شكوى", "👍", "😡", "؟", " ", "\u200F", "\u202E\u2066", "ااااااه", "a|b|c", "choose:x", "human:Failure", "\u001F\u001F", "{0} {1}", "<script>",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠", "\uD83D", "١/٢", "-1", "5 5 5", "ء", "[image]", "*2", "*1", "*handoff",
    ];

    [Fact]
    public async Task Anything_AtAnyTime_GetsAReply()
    {
        for (var seed = 1u; seed <= Walks; seed++)
        {
            await WalkAsync(seed);
        }
    }

    private static async Task WalkAsync(uint seed)
    {
        var channel = (ChannelKind)(seed % 3);
        await using var talking = new Talking { Channel = channel, PersonId = seed % 5 == 0 ? null : 1 };
        if (seed % 2 == 0)
        {
            talking.World.Requests.Insert(0, World.Second);
        }

        var state = seed * 2654435761u;
        List<string> said = [];
        for (var step = 0; step < Steps; step++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            var saying = Sayings[state % (uint)Sayings.Length];
            said.Add(saying);
            var wasWaiting = talking.World.Handoff == HandoffState.Waiting;
            var replies = await PlayAsync(talking, saying);
            Assert.True(replies.Count > 0 || wasWaiting || saying[0] == '*' || saying == "إيقاف", $"No reply in walk {seed}: {string.Join(" > ", said)}");
            Assert.All(replies, reply => Assert.False(string.IsNullOrWhiteSpace(reply.Text)));
            Assert.All(replies, reply => Assert.True((reply.SuggestedActions?.Actions.Count ?? 0) <= 7));
        }

        Assert.Contains(await talking.SayAsync("0"), reply => reply.Text.Contains(talking.Language == "en" ? "How can we" : "بم نخدمك", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Activity>> PlayAsync(Talking talking, string saying)
    {
        switch (saying)
        {
            case "[image]":
                return await talking.SendAsync(new(ActivityTypes.Message) { Attachments = [new("image/jpeg", "https://example.org/1.jpg")] });
            case "*handoff":
                talking.World.Handoff = null;
                return await talking.EventAsync("handoff.returned");
            case "*1" or "*2":
                return await talking.EventAsync("followup.due", saying[1..]);
            default:
                return await talking.SayAsync(saying);
        }
    }
}
