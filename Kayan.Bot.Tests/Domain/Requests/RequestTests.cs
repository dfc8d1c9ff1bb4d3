using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Domain.Requests;

public sealed class RequestTests
{
    private readonly Request request =
        Request.Receive(RequestNumber.FromSerial(100_000), 7, "دعم تعليمي", "test", new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Need_NewNames_AreAddedAsMissing()
    {
        request.Need("صورة الهوية", "تعريف بالراتب");

        Assert.Equal(["صورة الهوية", "تعريف بالراتب"], request.Requirements.Select(r => r.Name));
        Assert.All(request.Requirements, r => Assert.Equal(RequirementState.Missing, r.State));
    }

    [Fact]
    public void Need_ANameThatWasReceived_IsMissingAgainAndNotDoubled()
    {
        request.Need("صورة الهوية");
        request.Requirements[0].State = RequirementState.Received;

        request.Need("صورة الهوية");

        Assert.Equal(RequirementState.Missing, Assert.Single(request.Requirements).State);
    }
}
