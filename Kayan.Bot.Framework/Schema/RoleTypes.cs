namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="ChannelAccount.Role"/>.</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>The bot.</summary>
    public const string Bot = "bot";

    /// <summary>A bot called by another bot.</summary>
    public const string Skill = "skill";
}
