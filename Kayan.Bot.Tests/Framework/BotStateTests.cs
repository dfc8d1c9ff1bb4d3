using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Framework;

public sealed class BotStateTests
{
    private readonly CountingStorage _storage = new();
    private readonly UserState _state;
    private readonly IStatePropertyAccessor<Profile> _profile;

    public BotStateTests()
    {
        _state = new UserState(_storage);
        _profile = _state.CreateProperty<Profile>("profile");
    }

    [Fact]
    public async Task Keys_OfTheThreeStates_NameChannelConversationAndUser()
    {
        var turn = Turn();
        foreach (var state in new BotState[] { _state, new ConversationState(_storage), new PrivateConversationState(_storage) })
        {
            await state.CreateProperty<string>("p").SetAsync(turn, "value", default);
            await state.SaveChangesAsync(turn);
        }

        Assert.Equal(
            ["sms/users/user", "sms/conversations/conversation", "sms/conversations/conversation/users/user"], _storage.Written);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("conversation")]
    [InlineData("user")]
    public async Task Keys_IdMissing_ThrowsInvalidOperation(string missing)
    {
        var activity = RecordingAdapter.Incoming();
        activity.ChannelId = missing == "channel" ? null : activity.ChannelId;
        activity.Conversation = missing == "conversation" ? null : activity.Conversation;
        activity.From = missing == "user" ? null : activity.From;

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new PrivateConversationState(_storage).LoadAsync(new TurnContext(new RecordingAdapter(), activity)));
    }

    [Fact]
    public async Task Save_NothingChanged_WritesNothing()
    {
        await InTurnAsync(async turn => (await Profile(turn)).Visits++);
        await InTurnAsync(async turn => _ = await Profile(turn));
        await InTurnAsync(_ => Task.CompletedTask);

        Assert.Single(_storage.Written);
    }

    [Fact]
    public async Task Save_ObjectChangedInPlace_IsWrittenAndReadBack()
    {
        await InTurnAsync(async turn => (await Profile(turn)).Wishes.Add("book"));
        await InTurnAsync(async turn => (await Profile(turn)).Wishes.Add("pen"));

        await InTurnAsync(async turn => Assert.Equal(["book", "pen"], (await Profile(turn)).Wishes));
        Assert.Equal(2, _storage.Written.Count);
    }

    [Fact]
    public async Task Save_Forced_WritesTheSameAgain()
    {
        await InTurnAsync(async turn => (await Profile(turn)).Visits++);
        await InTurnAsync(turn => _state.SaveChangesAsync(turn, force: true));

        Assert.Equal(2, _storage.Written.Count);
        await InTurnAsync(async turn => Assert.Equal(1, (await Profile(turn)).Visits));
    }

    [Fact]
    public async Task Save_TwoTurnsAtOnce_LastWriterWins()
    {
        var (first, second) = (Turn(), Turn());
        (await Profile(first)).Name = "first";
        (await Profile(second)).Name = "second";

        await _state.SaveChangesAsync(first);
        await _state.SaveChangesAsync(second);

        Assert.Equal("second", (await Profile(Turn())).Name);
    }

    [Fact]
    public async Task Clear_ThenSave_WritesAnEmptyState()
    {
        await InTurnAsync(async turn => (await Profile(turn)).Visits++);
        await InTurnAsync(turn => _state.ClearStateAsync(turn));

        await InTurnAsync(async turn => Assert.Null(await _profile.GetAsync(turn)));
    }

    [Fact]
    public async Task Delete_TakesTheStateFromStorageAndTurn()
    {
        await InTurnAsync(async turn => (await Profile(turn)).Visits++);
        await InTurnAsync(turn => _state.DeleteAsync(turn));

        Assert.Equal(["sms/users/user"], _storage.Deleted);
        await InTurnAsync(async turn => Assert.Null(await _profile.GetAsync(turn)));
    }

    [Fact]
    public async Task Get_Missing_IsDefaultOrTheFactorysValueKept()
    {
        var turn = Turn();
        var number = _state.CreateProperty<int>("number");

        Assert.Equal(0, await number.GetAsync(turn));
        Assert.Equal(7, await number.GetAsync(turn, () => 7));
        Assert.Equal(7, await number.GetAsync(turn));
        Assert.Null(await _profile.GetAsync(turn));
        Assert.Same(await Profile(turn), await Profile(turn));
    }

    [Fact]
    public async Task Get_AfterDelete_IsMissing()
    {
        var turn = Turn();
        await _profile.SetAsync(turn, new Profile { Visits = 3 });

        await _profile.DeleteAsync(turn);

        Assert.Null(await _profile.GetAsync(turn));
    }

    [Fact]
    public async Task Get_InLaterTurn_HasTheTypeAskedFor()
    {
        await InTurnAsync(async turn =>
        {
            await _state.CreateProperty<int>("int").SetAsync(turn, 5);
            await _state.CreateProperty<string>("string").SetAsync(turn, "text");
            await _state.CreateProperty<DateTimeOffset?>("time").SetAsync(turn, DateTimeOffset.UnixEpoch);
            await _state.CreateProperty<Profile>("profile").SetAsync(turn, new Profile { Name = null, Colour = Colour.Green });
        });

        await InTurnAsync(async turn =>
        {
            Assert.Equal(5, await _state.CreateProperty<int>("int").GetAsync(turn));
            Assert.Equal("text", await _state.CreateProperty<string>("string").GetAsync(turn));
            Assert.Equal(DateTimeOffset.UnixEpoch, await _state.CreateProperty<DateTimeOffset?>("time").GetAsync(turn));
            var profile = await Profile(turn);
            Assert.Equal((null, Colour.Green), (profile.Name, profile.Colour));
        });
    }

    [Fact]
    public void State_WithoutStorageOrName_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new UserState(null));
        Assert.Throws<ArgumentNullException>(() => _state.CreateProperty<int>(" "));
    }

    [Fact]
    public async Task AutoSave_AfterTheTurn_ButNotWhenItThrew()
    {
        var adapter = new RecordingAdapter();
        adapter.Use(new AutoSaveStateMiddleware(_state));

        await adapter.RunAsync(RecordingAdapter.Incoming(), async turn => (await Profile(turn)).Visits = 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.RunAsync(RecordingAdapter.Incoming(), async turn =>
        {
            (await Profile(turn)).Visits = 2;
            throw new InvalidOperationException();
        }));

        Assert.Equal(1, (await Profile(Turn())).Visits);
    }

    private static TurnContext Turn() => new(new RecordingAdapter(), RecordingAdapter.Incoming());

    private Task<Profile> Profile(ITurnContext turn) => _profile.GetAsync(turn, () => new Profile());

    private async Task InTurnAsync(Func<ITurnContext, Task> act)
    {
        var turn = Turn();
        await _state.LoadAsync(turn);
        await act(turn);
        await _state.SaveChangesAsync(turn);
    }
}
