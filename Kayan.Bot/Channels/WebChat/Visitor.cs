using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// A person on the website and their one conversation. The user id is "dl_" and 32 random hex digits; the Direct Line conversation
/// id is the same without "dl_". Neither can be guessed, and neither tells the id of a row.
/// </summary>
internal readonly partial record struct Visitor(string UserId)
{
    private const string Prefix = "dl_";

    /// <summary>What the conversation is called on the wire.</summary>
    public string ConversationId => UserId[Prefix.Length..];

    public static Visitor New() => new(Prefix + RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>The visitor of a user id that another server chose; null if it cannot be one.</summary>
    public static Visitor? Parse(string? userId) => userId is not null && Shape().IsMatch(userId) ? new Visitor(userId) : null;

    [GeneratedRegex(@"\Adl_[A-Za-z0-9_-]{8,64}\z")]
    private static partial Regex Shape();
}
