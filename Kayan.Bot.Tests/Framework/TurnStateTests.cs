using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Framework;

public sealed class TurnStateTests
{
    private readonly TurnContextStateCollection _state = [];

    [Fact]
    public void Get_NameInAnotherCase_IsFound()
    {
        _state.Add("Key", "value");

        Assert.Equal("value", _state.Get<string>("kEY"));
    }

    [Fact]
    public void Add_NameThatIsTaken_ThrowsArgument()
    {
        _state.Add("key", "value");

        Assert.Throws<ArgumentException>(() => _state.Add("KEY", "other"));
        Assert.Throws<ArgumentNullException>(() => _state.Add("other", (string)null!));
    }

    [Fact]
    public void Set_NameThatIsTaken_Replaces()
    {
        _state.Set("key", "value");
        _state.Set("key", "other");

        Assert.Equal("other", _state.Get<string>("key"));
    }

    [Fact]
    public void Get_WithoutName_UsesTheFullNameOfTheType()
    {
        var version = new Version(1, 2);
        _state.Add(version);

        Assert.Same(version, _state.Get<Version>());
        Assert.Same(version, _state["System.Version"]);
    }

    [Fact]
    public void Get_MissingOrOfAnotherType_IsNull()
    {
        _state.Add("key", "value");

        Assert.Null(_state.Get<Version>("key"));
        Assert.Null(_state.Get<string>("none"));
    }
}
