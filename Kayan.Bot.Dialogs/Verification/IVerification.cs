namespace Kayan.Bot.Dialogs.Verification;

/// <summary>Proves who is writing where the channel does not, and counts wrong tries.</summary>
public interface IVerification
{
    /// <summary>The request that this conversation may see at the moment; null where the visitor is not verified.</summary>
    Task<long?> VerifiedRequestAsync(CancellationToken cancellationToken);

    /// <summary>Compares number and id with the files; where both fit, a code goes to the phone on file.</summary>
    Task<LookUpResult> LookUpAsync(string number, string lastFour, CancellationToken cancellationToken);

    /// <summary>Another code for the request that was found last; the earlier code is no longer good.</summary>
    Task<LookUpResult> ResendAsync(CancellationToken cancellationToken);

    /// <summary>Compares a code. A right one is good once.</summary>
    Task<CodeCheck> CheckAsync(string code, CancellationToken cancellationToken);

    /// <summary>Counts a request number that is not the person's.</summary>
    /// <returns>False when there were too many within the hour.</returns>
    Task<bool> CountWrongNumberAsync(CancellationToken cancellationToken);
}
