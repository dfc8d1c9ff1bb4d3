using System.Globalization;
using System.Reflection;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>
/// Plays a conversation as it is written down: "> what the person says", "&lt; what the bot answers" (fragments separated by " ~ ", one
/// line a reply, "^" before what must not be there), "! what happens in the case file", "* an event of the host", "@ a circumstance".
/// Replies and effects are checked to the last one.
/// </summary>
internal sealed class Script(string name, IReadOnlyList<string> lines)
{
    public string Name { get; } = name;

    public static IEnumerable<Script> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.Contains(".Conversations.", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var file = resource.Split('.')[^2];
            foreach (var part in reader.ReadToEnd().Split("## ", StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith('#')))
            {
                var text = part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                yield return new Script($"{file}: {text[0]}", text[1..]);
            }
        }
    }

    public async Task PlayAsync()
    {
        await using var talking = new Talking();
        for (var i = 0; i < lines.Count;)
        {
            var line = lines[i++];
            if (line[0] == '@')
            {
                Set(talking, line[1..].Trim());
                continue;
            }

            var replies = await SendAsync(talking, line[0], line[1..].Trim());
            var expected = Take('<', ref i);
            var said = replies.Select(Shown).ToList();
            var transcript = $"{line}\n{string.Join("\n---\n", said)}";
            Assert.True(expected.Count == said.Count, $"{expected.Count} replies expected, {said.Count} came:\n{transcript}");
            foreach (var (fragments, reply) in expected.Zip(said))
            {
                foreach (var fragment in fragments.Split(" ~ "))
                {
                    var wanted = !fragment.StartsWith('^');
                    Assert.True(wanted == reply.Contains(fragment.TrimStart('^'), StringComparison.Ordinal), $"«{fragment}» in:\n{transcript}");
                }
            }

            Assert.Equal(Take('!', ref i), talking.World.TakeEffects());
        }
    }

    public override string ToString() => Name;

    private List<string> Take(char kind, ref int i)
    {
        List<string> taken = [];
        for (; i < lines.Count && lines[i][0] == kind; i++)
        {
            taken.Add(lines[i][1..].Trim());
        }

        return taken;
    }

    private static Task<IReadOnlyList<Activity>> SendAsync(Talking talking, char kind, string text) => (kind, text) switch
    {
        ('*', _) => talking.EventAsync(text.Split(' ')[0], text.Split(' ').ElementAtOrDefault(1)),
        ('>', ['[', ..]) when FileIn(text) is { } message => talking.SendAsync(message),
        ('>', "[location]") => talking.SendAsync(Location()),
        ('>', "[nothing]") => talking.SendAsync(new(ActivityTypes.Message)),
        ('>', "[provider: STOP]") => talking.SendAsync(Provider("STOP")),
        ('>', "[provider: START]") => talking.SendAsync(Provider("START")),
        ('>', "[provider: HELP]") => talking.SendAsync(Provider("HELP")),
        ('>', _) when text.StartsWith("[button ", StringComparison.Ordinal) => talking.SendAsync(Button(text[8..^1].Split(' '))),
        ('>', _) => talking.SayAsync(text),
        _ => throw new InvalidDataException($"{kind} {text}"),
    };

    /// <summary>A button of a message of ours: its stars, and the provider's id of the message where it names one.</summary>
    private static Activity Button(string[] stars) => new(ActivityTypes.Message)
    {
        Text = $"{stars[0]} ⭐",
        Value = $"rate:{stars[0]}",
        ChannelData = stars.Length > 1 ? new Dictionary<string, string> { ["repliesTo"] = stars[1] } : null,
    };

    /// <summary>"[image a.jpg] the words with it"; null where no file is named.</summary>
    private static Activity? FileIn(string text)
    {
        var end = text.IndexOf(']', StringComparison.Ordinal);
        var named = text[1..end].Split(' ');
        string? type = named[0] switch
        {
            "image" => "image/jpeg",
            "pdf" => "application/pdf",
            "voice" => "audio/ogg",
            "video" => "video/mp4",
            "sticker" => "image/webp",
            "contact" => "text/vcard",
            "word" => "application/msword",
            _ => null,
        };
        return type is null ? null : new(ActivityTypes.Message)
        {
            Text = text[(end + 1)..].Trim(),
            Attachments = [new(type, named.ElementAtOrDefault(1) ?? "1")],
        };
    }

    private static Activity Location()
    {
        var place = new Entity();
        place.SetAs(new Dictionary<string, object> { ["type"] = "GeoCoordinates", ["latitude"] = 24.7, ["longitude"] = 46.6 });
        return new(ActivityTypes.Message) { Entities = [place] };
    }

    private static Activity Provider(string optOutType) => new(ActivityTypes.Message)
    {
        Text = optOutType,
        ChannelData = new Dictionary<string, string> { ["optOutType"] = optOutType },
    };

    private static string Shown(Activity reply)
    {
        var buttons = reply.SuggestedActions?.Actions.Select(action => $"[{action.Title}]") ?? [];
        return ArabicText.WithoutDirectionMarks($"{reply.Text} {string.Join(' ', buttons)}").Trim();
    }

    private static void Set(Talking talking, string circumstance)
    {
        var (what, rest) = circumstance.Split(' ', 2) is [var first, var second] ? (first, second) : (circumstance, string.Empty);
        switch (what)
        {
            case "web":
                talking.Channel = ChannelKind.WebChat;
                break;
            case "sms":
                talking.Channel = ChannelKind.Sms;
                break;
            case "sms-one-way":
                (talking.Channel, talking.SmsCanAnswer) = (ChannelKind.Sms, false);
                break;
            case "stranger":
                talking.PersonId = null;
                break;
            case "now":
                talking.Clock.AdjustTime(World.At(rest));
                break;
            case "two-requests":
                talking.World.Requests.Insert(0, World.Second);
                break;
            case "no-requests":
                talking.World.Requests.Clear();
                break;
            case "hidden-phone":
                (talking.PersonId, talking.WhatsAppUserId) = (null, "SA.1A2B3C");
                break;
            case "missing-papers":
                talking.World.Missing.AddRange([new(21, "شهادة الميلاد", "1000017"), new(22, "صورة الهوية", "1000017")]);
                break;
            case "unrated":
                talking.World.Ask(11, World.First, RequestStage.Approved, rest.Length > 0 ? World.At(rest) : talking.Clock.GetUtcNow());
                break;
            case "unrated-second":
                talking.World.Ask(12, World.Second, RequestStage.CommitteeReview, rest.Length > 0 ? World.At(rest) : talking.Clock.GetUtcNow());
                break;
            case "state-lost":
                talking.Forget();
                break;
            case "served-by-nobody":
                talking.World.ServedBy = null;
                break;
            case "worker-took":
                talking.World.Handoff = HandoffState.Human;
                break;
            case "worker-gave-back":
                talking.World.Handoff = null;
                break;
            default:
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"@ {circumstance}"));
        }
    }
}
