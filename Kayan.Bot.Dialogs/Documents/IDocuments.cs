namespace Kayan.Bot.Dialogs.Documents;

/// <summary>The papers that the person who writes still has to hand in.</summary>
public interface IDocuments
{
    /// <summary>What is missing or no longer valid in the person's requests that wait for papers; nothing where nobody knows who writes.</summary>
    Task<IReadOnlyList<MissingPaper>> MissingAsync(CancellationToken cancellationToken);

    /// <summary>Takes files of this conversation as one of those papers, to be checked by staff.</summary>
    /// <param name="paperId">The paper.</param>
    /// <param name="files">The addresses that the messages' attachments had.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>False where the paper is not missing any more, or none of the files could be taken.</returns>
    Task<bool> SubmitAsync(long paperId, IReadOnlyCollection<string> files, CancellationToken cancellationToken);
}
