using Kayan.Bot.Domain.Documents;

namespace Kayan.Bot.Tests.Domain.Requests;

public sealed class RequirementTests
{
    private static readonly Guid One = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Two = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void Submit_TheSameFileTwice_IsOneDocumentToBeChecked()
    {
        var paper = new Requirement { Name = "شهادة الميلاد" };
        paper.Submit(One, DateTimeOffset.UnixEpoch);
        paper.Submit(One, DateTimeOffset.UnixEpoch);

        Assert.Single(paper.Documents);
        Assert.Equal(RequirementState.Submitted, paper.State);
    }

    [Fact]
    public void TakeBack_OfTheLastFile_LeavesThePaperMissing()
    {
        var paper = new Requirement { Name = "شهادة الميلاد" };
        paper.Submit(One, DateTimeOffset.UnixEpoch);
        paper.Submit(Two, DateTimeOffset.UnixEpoch);

        paper.TakeBack(One);
        Assert.Equal(RequirementState.Submitted, paper.State);
        paper.TakeBack(Two);
        Assert.Equal(RequirementState.Missing, paper.State);
    }

    [Fact]
    public void TakeBack_AfterItWasFoundRight_ChangesNothing()
    {
        var paper = new Requirement { Name = "شهادة الميلاد" };
        paper.Submit(One, DateTimeOffset.UnixEpoch);
        Assert.True(paper.Check(isRight: true));

        paper.TakeBack(One);

        Assert.Equal(RequirementState.Received, paper.State);
        Assert.False(paper.Check(isRight: false));
    }

    [Fact]
    public void Check_OfWhatIsNotRight_KeepsTheFileAndAsksAgain()
    {
        var paper = new Requirement { Name = "شهادة الميلاد" };
        paper.Submit(One, DateTimeOffset.UnixEpoch);

        Assert.True(paper.Check(isRight: false));

        Assert.Equal(RequirementState.Missing, paper.State);
        Assert.Single(paper.Documents);
    }
}
