using FsCheck.Xunit;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using static Kayan.Bot.Domain.Messages.MessageClass;

namespace Kayan.Bot.Tests.Domain.People;

public sealed class ConsentLedgerTests
{
    [Theory]
    [InlineData(Reply, true)]
    [InlineData(Code, true)]
    [InlineData(Service, true)]
    [InlineData(Survey, true)]
    [InlineData(Awareness, false)]
    public void Allows_NothingSaid_TheServiceThatWasAskedForOnly(MessageClass messageClass, bool allowed) =>
        Assert.Equal(allowed, ConsentLedger.Allows(messageClass, []));

    [Theory]
    [InlineData(Reply, true)]
    [InlineData(Code, true)]
    [InlineData(Service, false)]
    [InlineData(Survey, false)]
    [InlineData(Awareness, false)]
    public void Allows_ServiceStopped_NothingThatTheServiceBegins(MessageClass messageClass, bool allowed) =>
        Assert.Equal(allowed, ConsentLedger.Allows(messageClass, [Line(1, Service, false)]));

    [Fact]
    public void Allows_SurveyStopped_NewsStillGoes()
    {
        Consent[] lines = [Line(1, Survey, false)];

        Assert.True(ConsentLedger.Allows(Service, lines));
        Assert.False(ConsentLedger.Allows(Survey, lines));
    }

    [Property(MaxTest = 10_000)]
    public bool Allows_AnyHistory_TheNewestLineHolds((MessageClass, bool)[] history)
    {
        var lines = history.Select((line, id) => Line(id, line.Item1, line.Item2)).Reverse().ToList();
        bool? Newest(MessageClass of) => history.LastOrDefault(line => line.Item1 == of, (of, of != Awareness)).Item2;

        return ConsentLedger.Allows(Reply, lines)
            && ConsentLedger.Allows(Service, lines) == Newest(Service)
            && ConsentLedger.Allows(Survey, lines) == (Newest(Service) & Newest(Survey))
            && ConsentLedger.Allows(Awareness, lines) == Newest(Awareness);
    }

    private static Consent Line(long id, MessageClass messageClass, bool given) =>
        new() { Id = id, Class = messageClass, Given = given, Words = "x" };
}
