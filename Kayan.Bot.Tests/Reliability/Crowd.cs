using System.Globalization;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>
/// People who write one message after the other, each again until it is acknowledged, as the provider would; where there are several
/// services, to each in turn.
/// </summary>
internal sealed class Crowd(FakeTwilioAccount account, HttpClient http, IReadOnlyList<string> services, int people, int messages)
{
    private static readonly string[] Script =
    [
        "السلام عليكم", "متى يطلع قرار اللجنة؟", "وين وصل طلبي", "القائمة", "1", "إلغاء", "وش رقم الجوال حقكم", "English", "menu", "عربي",
        "كيف اقدم طلب", "شكرا", "ابي ارسل ورقه ناقصه", "٠", "٢", "هل التقييم ينقص المساعدة", "الغاء", "وين موقعكم", "ايميلكم", "متى دوامكم",
        "القائمة", "خمسة", "إلغاء", "ابي اعرف عن الجمعية", "مع السلامة",
    ];

    private int _acknowledged;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public int Total => people * messages;

    public Task WriteAllAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, people).Select(person => WriteAsync(person, cancellationToken)));

    public static string Phone(int person) => "+9665" + (30_000_000 + person).ToString(CultureInfo.InvariantCulture);

    private async Task WriteAsync(int person, CancellationToken cancellationToken)
    {
        var phones = services.Select(service => new FakeTwilioPhone(account, http, service, Phone(person))).ToList();
        for (var i = 0; i < messages; i++)
        {
            await phones[(person + i) % phones.Count].WhatsAppAsync(Script[i % Script.Length], cancellationToken);
            Interlocked.Increment(ref _acknowledged);
        }
    }
}
