namespace Kayan.Bot.Dialogs.Consent;

/// <summary>The consent ledger of this conversation.</summary>
public interface IConsents
{
    /// <summary>The person wants the service to write first (news and ratings), in these words.</summary>
    Task GiveAsync(string words, CancellationToken cancellationToken);

    /// <summary>The person wants no such messages: what was still to be sent is cancelled in the same turn.</summary>
    Task TakeBackAsync(string words, CancellationToken cancellationToken);
}
