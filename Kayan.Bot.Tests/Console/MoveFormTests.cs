using AngleSharp.Dom;
using Bunit;
using Kayan.Bot.Console.Parts;
using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Console;

public sealed class MoveFormTests : ConsoleComponents
{
    private readonly List<MoveOrder> _orders = [];

    public static TheoryData<RequestStage> Stages => [.. Enum.GetValues<RequestStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public void MoveForm_EachStage_OffersExactlyTheAllowedMoves(RequestStage stage)
    {
        var form = Show(stage);

        Assert.Equal(StageFlow.Next(stage).Count, form.FindAll("button").Count);
        Assert.Equal(StageFlow.IsFinal(stage), form.FindAll(".nothing").Count == 1);
    }

    [Fact]
    public void MoveForm_Chosen_MovesOnlyAfterConfirming()
    {
        var form = Show(RequestStage.Submitted);

        Button(form, "مطابقة البيانات").Click();
        Assert.Empty(_orders);
        form.Find("#reason").Input("اكتملت البيانات ");
        form.Find("form").Submit();

        var order = Assert.Single(_orders);
        Assert.Equal((RequestStage.DataCheck, "اكتملت البيانات"), (order.To, order.Reason));
    }

    [Fact]
    public void MoveForm_Declined_WantsAReasonThatCanBeTold()
    {
        var form = Show(RequestStage.CommitteeReview);
        Button(form, "الاعتذار").Click();

        form.Find("form").Submit();
        Assert.Empty(_orders);
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));

        form.Find("#reason").Input("لا تنطبق الشروط");
        form.Find("form").Submit();
        Assert.Equal("لا تنطبق الشروط", Assert.Single(_orders).Reason);
    }

    [Fact]
    public void MoveForm_DocumentsNeeded_WantsThePapersByName()
    {
        var form = Show(RequestStage.DataCheck, new Requirement { Name = "صورة الهوية", State = RequirementState.Received });
        Button(form, "استكمال المتطلبات").Click();

        form.Find("form").Submit();
        Assert.Empty(_orders);

        form.Find(".choice input").Change(true);
        form.Find("#more-papers").Input("شهادة الميلاد\n\n صك الحضانة ");
        form.Find("form").Submit();
        Assert.Equal(["صورة الهوية", "شهادة الميلاد", "صك الحضانة"], Assert.Single(_orders).Missing);
    }

    [Fact]
    public void MoveForm_MissingPapers_AreMarkedFromTheStart()
    {
        var form = Show(
            RequestStage.DataCheck, new Requirement { Name = "شهادة الميلاد" },
            new Requirement { Name = "صورة الهوية", State = RequirementState.Received });
        Button(form, "استكمال المتطلبات").Click();

        form.Find("form").Submit();

        Assert.Equal(["شهادة الميلاد"], Assert.Single(_orders).Missing);
    }

    private static IElement Button(IRenderedComponent<MoveForm> form, string words) =>
        form.FindAll("button").Single(button => button.TextContent.Trim() == words);

    private IRenderedComponent<MoveForm> Show(RequestStage stage, params Requirement[] papers) =>
        Render<MoveForm>(parameters => parameters
            .Add(p => p.Stage, stage)
            .Add(p => p.Papers, papers)
            .Add(p => p.OnMove, order =>
            {
                _orders.Add(order);
                return Task.CompletedTask;
            }));
}
