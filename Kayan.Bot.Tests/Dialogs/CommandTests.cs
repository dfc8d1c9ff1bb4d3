using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>What works from anywhere works in every state that a conversation can be in.</summary>
public sealed class CommandTests
{
    private static readonly (string Name, ChannelKind Channel, string[] Way)[] States =
    [
        ("the beginning", ChannelKind.WhatsApp, []),
        ("the first menu", ChannelKind.WhatsApp, ["السلام عليكم"]),
        ("the menu", ChannelKind.Sms, ["0", "0"]),
        ("nothing open", ChannelKind.WhatsApp, ["شكرا", "نعم"]),
        ("the question of consent", ChannelKind.WhatsApp, ["شكرا"]),
        ("the choice of meanings", ChannelKind.WhatsApp, ["شكرا", "نعم", "غامض"]),
        ("the offer of a human", ChannelKind.WhatsApp, ["ما الأوراق المطلوبة؟"]),
        ("the choice of requests", ChannelKind.WhatsApp, ["@two", "وين وصل طلبي"]),
        ("the rating of the service", ChannelKind.WhatsApp, ["*2"]),
        ("the rating of the procedure", ChannelKind.WhatsApp, ["*2", "5"]),
        ("the rating of the person", ChannelKind.WhatsApp, ["*2", "5", "5"]),
        ("the words of a rating", ChannelKind.WhatsApp, ["*2", "5", "5", "5"]),
        ("the question about stopping", ChannelKind.WhatsApp, ["لا عاد ترسل لي"]),
        ("waiting for a human", ChannelKind.WhatsApp, ["موظف"]),
        ("waiting, acknowledged", ChannelKind.WhatsApp, ["موظف", "عندي سؤال"]),
        ("the request number", ChannelKind.WebChat, ["وين وصل طلبي"]),
        ("the end of the id", ChannelKind.WebChat, ["وين وصل طلبي", "1000017"]),
        ("the code", ChannelKind.WebChat, ["وين وصل طلبي", "1000017", "1234"]),
        ("English", ChannelKind.WhatsApp, ["English"]),
    ];

    private static readonly (string Text, string Arabic, string English)[] Commands =
    [
        ("0", "بم نخدمك", "How can we help"),
        ("القائمة", "بم نخدمك", "How can we help"),
        ("موظف", "قائمة الانتظار", "waiting list"),
        ("human", "قائمة الانتظار", "waiting list"),
        ("English", "We will continue in English.", "We will continue in English."),
        ("عربي", "نكمل بالعربية", "نكمل بالعربية"),
        ("إلغاء", "", ""),
        ("مساعدة", "«", "send"),
        ("إيقاف", "", ""),
        ("اشتراك", "", ""),
    ];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (var (state, _, _) in States)
            {
                foreach (var (command, _, _) in Commands)
                {
                    pairs.Add(state, command);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Command_InAnyState_IsObeyed(string state, string command)
    {
        await using var talking = await ReachAsync(state);
        var english = talking.Language == "en";

        var replies = await talking.SayAsync(command);

        var (_, arabic, inEnglish) = Commands.Single(known => known.Text == command);
        Assert.Contains(replies, reply => reply.Text.Contains(command == "مساعدة" ? (english ? "menu" : "القائمة") : english ? inEnglish : arabic, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("the request number", "What is the request number?")]
    [InlineData("the code", "What is the code?")]
    [InlineData("the rating of the service", "How was the service?")]
    [InlineData("the choice of requests", "Which one do you mean?")]
    [InlineData("the choice of meanings", "2. Which papers are needed?")]
    public async Task Language_InTheMiddleOfAQuestion_AsksItAgainInThatLanguage(string state, string question)
    {
        await using var talking = await ReachAsync(state);

        var replies = await talking.SayAsync("English");

        Assert.Contains(question, ArabicText.WithoutDirectionMarks(replies[^1].Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the request number", "لا يوجد الآن ما نلغيه")]
    [InlineData("the rating of the procedure", "تم إيقاف رسائلنا")]
    [InlineData("the choice of requests", "تم إيقاف رسائلنا")]
    public async Task Cancel_InADialog_LeavesItAndThenCanOnlyMeanTheMessages(string state, string then)
    {
        await using var talking = await ReachAsync(state);

        Assert.StartsWith("تم الإلغاء", Assert.Single(await talking.SayAsync("إلغاء")).Text, StringComparison.Ordinal);
        var again = await talking.SayAsync("إلغاء");

        Assert.StartsWith(then, Assert.Single(again).Text, StringComparison.Ordinal);
    }

    private static async Task<Talking> ReachAsync(string state)
    {
        var (_, channel, way) = States.Single(known => known.Name == state);
        var talking = new Talking { Channel = channel };
        foreach (var step in way)
        {
            switch (step)
            {
                case "@two":
                    talking.World.Requests.Insert(0, World.Second);
                    break;
                case "*2":
                    await talking.EventAsync("followup.due", "2");
                    break;
                default:
                    await talking.SayAsync(step);
                    break;
            }
        }

        return talking;
    }
}
