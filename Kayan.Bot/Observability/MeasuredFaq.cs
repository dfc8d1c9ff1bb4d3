using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.Observability;

/// <summary>
/// Counts what the matcher makes of people's texts: each once a turn, though several dialogs may ask. The staff's tries do not count.
/// </summary>
internal sealed class MeasuredFaq(IFaq faq) : IFaq
{
    private string? _text;
    private FaqMatch? _match;

    public FaqMatch Match(string text)
    {
        if (_match is null || _text != text)
        {
            (_text, _match) = (text, faq.Match(text));
            Measures.Matched(_match.Outcome);
        }

        return _match;
    }

    public FaqEntry? Find(string key) => faq.Find(key);
}
