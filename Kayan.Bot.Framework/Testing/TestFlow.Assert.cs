using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder.Adapters;

public partial class TestFlow
{
    /// <summary>The bot answers with a text.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    /// <summary>The bot answers with a text that contains this.</summary>
    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            var text = reply.AsMessageActivity()?.Text;
            Require(text?.Contains(expected, StringComparison.Ordinal) == true, description, expected, text ?? "Not a Message Activity");
        },
        description,
        timeout);

    /// <summary>The bot answers with one of these texts.</summary>
    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                Require(candidates.Contains(text), description, string.Join("\n", candidates), text);
            },
            description,
            timeout);
    }

    /// <summary>The bot answers with an activity of the same type and text.</summary>
    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(expected, null, description, timeout);

    /// <summary>The bot answers with an activity of the same type that a comparer takes for equal.</summary>
    public TestFlow AssertReply(
        IActivity expected,
        IEqualityComparer<IActivity> equalityComparer,
        [CallerMemberName] string description = null,
        uint timeout = 3000) => AssertReply(
        reply =>
        {
            Require(expected.Type == reply.Type, $"{description}: Type should match", expected.Type, reply.Type);
            var (wanted, got) = (expected.AsMessageActivity()?.Text?.Trim(), reply.AsMessageActivity()?.Text?.Trim());
            Require(equalityComparer?.Equals(expected, reply) ?? wanted == got, description, wanted, got);
        },
        description,
        timeout);

    /// <summary>The answer passes a check.</summary>
    public TestFlow AssertReply(
        Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource((int)timeout);
        validateActivity(await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false));
    });

    /// <summary>The bot stays silent for as long as the timeout.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource((int)timeout);
        try
        {
            var reply = await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
            Require(false, description, "no reply", reply.AsMessageActivity()?.Text ?? reply.Type);
        }
        catch (OperationCanceledException)
        {
        }
    });

    private static void Require(bool condition, string description, string expected, string received)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{description}:\nExpected:{expected}\nReceived:{received}");
        }
    }
}
