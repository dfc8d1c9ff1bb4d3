namespace Kayan.Bot.Security;

/// <summary>What a member of staff may do, in the words of the database.</summary>
internal static class StaffRoles
{
    /// <summary>Accounts, keys and the jobs dashboard.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>The console and its settings.</summary>
    public const string Manager = nameof(Manager);

    /// <summary>اخصائية اجتماعية: conversations and requests.</summary>
    public const string SocialWorker = nameof(SocialWorker);

    public static IReadOnlyList<string> All { get; } = [Administrator, Manager, SocialWorker];
}
