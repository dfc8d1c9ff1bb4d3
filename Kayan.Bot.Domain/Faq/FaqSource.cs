namespace Kayan.Bot.Domain.Faq;

/// <summary>The document an answer comes from.</summary>
public enum FaqSource
{
    /// <summary>سياسة تنظيم العلاقة مع المستفيدين.</summary>
    Policy,

    /// <summary>اللائحة الأساسية.</summary>
    Bylaws,

    /// <summary>دليل خدمات البحث الاجتماعي.</summary>
    ServicesGuide,
}
