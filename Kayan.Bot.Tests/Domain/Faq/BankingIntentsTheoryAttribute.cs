namespace Kayan.Bot.Tests.Domain.Faq;

/// <summary>A theory on ArBanking77, skipped where its files are not at hand: they may be measured on but do not ship.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BankingIntentsTheoryAttribute : TheoryAttribute
{
    private bool _fullSet;

    public BankingIntentsTheoryAttribute() => Skip = Reason();

    /// <summary>True where all 21,559 phrasings are learnt, which takes many seconds.</summary>
    public bool FullSet
    {
        get => _fullSet;
        set
        {
            _fullSet = value;
            Skip = Reason();
        }
    }

    private string? Reason() =>
        BankingIntents.Folder is null ? "needs the files of ArBanking77 in the folder that KAYAN_FAQ_DATA names"
        : _fullSet && !BankingIntents.WithFullSet ? "takes long: KAYAN_FAQ_FULL=1 asks for it"
        : null;
}
