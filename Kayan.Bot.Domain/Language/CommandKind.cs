namespace Kayan.Bot.Domain.Language;

/// <summary>A message that is a command and nothing more, understood from anywhere in the conversation.</summary>
public enum CommandKind
{
    /// <summary>Not a command.</summary>
    None,

    /// <summary>0, القائمة: the main menu.</summary>
    Menu,

    /// <summary>موظف: a human.</summary>
    Human,

    /// <summary>
    /// إلغاء: leave what is going on. Where nothing is going on, it can only mean the messages: it stops them.
    /// </summary>
    Cancel,

    /// <summary>English: the rest of the conversation in English.</summary>
    English,

    /// <summary>عربي: the rest of the conversation in Arabic.</summary>
    Arabic,

    /// <summary>إيقاف: no more messages that the service starts by itself.</summary>
    Stop,

    /// <summary>لا أريد تقييم: no more requests for ratings; news goes on.</summary>
    StopRatings,

    /// <summary>اشتراك: messages that the service starts by itself are welcome again.</summary>
    Start,

    /// <summary>مساعدة: what can be written here.</summary>
    Help,
}
