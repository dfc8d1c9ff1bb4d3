using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.Dialogs.Faq;

/// <summary>The questions and answers that the staff keep, and what a message means.</summary>
public interface IFaq
{
    /// <summary>What a message means.</summary>
    FaqMatch Match(string text);

    /// <summary>An entry by its key; null where it was removed.</summary>
    FaqEntry? Find(string key);
}
