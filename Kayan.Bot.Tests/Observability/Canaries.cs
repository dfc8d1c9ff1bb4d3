using System.Text.RegularExpressions;

namespace Kayan.Bot.Tests.Observability;

/// <summary>
/// Secrets and words that nobody else writes. In Latin letters, so that no encoding between here and there hides them; of a phone number
/// the part that every spelling of it has.
/// </summary>
internal sealed class Canaries
{
    public const string Phone = "+966551843729";
    public const string NationalId = "1083746519";
    public const string Name = "Kanariname";
    public const string ProfileName = "Kanariprofile";
    public const string Text = "kanaritext";
    public const string FileName = "kanarifile";
    public const string Password = "kanaripassword";
    public const string WrongKey = "kanariwrongkey";
    public const string AuthToken = "kanariauthtoken0123456789abcdef0";
    public const string SigningKey = "kanari-signing-key-0123456789abcdef";
    public const string MetricsKey = "kanari-metrics-key-0123456789abcdef";

    private readonly List<(string Name, Regex Pattern)> _all = [];

    public Canaries()
    {
        Add("phone", Phone[4..]);
        Add("national id", NationalId);
        Add("words of ours", "kanari"); // all that begin with it
        Add("credentials", Convert.ToBase64String("kanariauthtoken"u8.ToArray())[..18]);
    }

    public void Add(string name, string secret) => _all.Add((name, new Regex(Regex.Escape(secret), RegexOptions.IgnoreCase)));

    /// <summary>Six digits are also found inside longer numbers, where they mean nothing.</summary>
    public void AddCode(string code) => _all.Add(("code", new Regex($"(?<![0-9A-Za-z.]){code}(?![0-9A-Za-z])")));

    public IEnumerable<string> In(IEnumerable<string> seen) =>
        from line in seen
        from canary in _all
        where canary.Pattern.IsMatch(line)
        select $"{canary.Name}: {line}";
}
