namespace Kayan.Bot.Domain.Documents;

/// <summary>A paper that a request needs, by the name that staff gave it.</summary>
public sealed class Requirement
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The request that needs it.</summary>
    public long RequestId { get; set; }

    /// <summary>Its name for the beneficiary. Up to 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is there.</summary>
    public RequirementState State { get; set; } = RequirementState.Missing;

    /// <summary>What was handed in as it, oldest first.</summary>
    public IList<SubmittedDocument> Documents { get; } = [];

    /// <summary>Takes a file as this paper, to be checked. A file that was taken before changes nothing.</summary>
    public void Submit(Guid fileId, DateTimeOffset at)
    {
        if (Documents.All(document => document.FileId != fileId))
        {
            Documents.Add(new SubmittedDocument { FileId = fileId, At = at });
        }

        State = State is RequirementState.Received ? State : RequirementState.Submitted;
    }

    /// <summary>A member of staff has looked at what was handed in. What was not right stays on file, and the paper is missing again.</summary>
    /// <returns>False where there is nothing to check.</returns>
    public bool Check(bool isRight)
    {
        if (State != RequirementState.Submitted)
        {
            return false;
        }

        State = isRight ? RequirementState.Received : RequirementState.Missing;
        return true;
    }

    /// <summary>The file could not be had after all: without another one the paper is missing again.</summary>
    public void TakeBack(Guid fileId)
    {
        if (Documents.FirstOrDefault(document => document.FileId == fileId) is not { } taken)
        {
            return;
        }

        Documents.Remove(taken);
        if (State == RequirementState.Submitted && Documents.Count == 0)
        {
            State = RequirementState.Missing;
        }
    }
}
