using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Framework;

public sealed class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task Read_MissingKey_IsAbsentFromTheResult()
    {
        await WriteAsync("a", new Document { Text = "one" });

        var items = await _storage.ReadAsync(["a", "b"], default);

        Assert.Equal(["a"], items.Keys);
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.ReadAsync(null, default));
    }

    [Fact]
    public async Task Write_WithTheETagThatWasRead_IsTaken()
    {
        await WriteAsync("a", new Document { Text = "one" });
        var read = await ReadAsync("a");
        read.Text = "two";

        await WriteAsync("a", read);

        Assert.Equal("two", (await ReadAsync("a")).Text);
        Assert.NotEqual(read.ETag, (await ReadAsync("a")).ETag);
    }

    [Fact]
    public async Task Write_WithAnETagThatIsNoLongerCurrent_ThrowsArgument()
    {
        await WriteAsync("a", new Document { Text = "one" });
        var (first, second) = (await ReadAsync("a"), await ReadAsync("a"));
        await WriteAsync("a", first);

        var conflict = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync("a", second));

        Assert.StartsWith("Etag conflict", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WithStar_OverwritesWhateverIsThere()
    {
        await WriteAsync("a", new Document { Text = "one" });

        await WriteAsync("a", new Document { Text = "two", ETag = "*" });

        Assert.Equal("two", (await ReadAsync("a")).Text);
    }

    [Fact]
    public async Task Read_Twice_GivesSeparateObjects()
    {
        var written = new Document { Text = "one" };
        await WriteAsync("a", written);
        written.Text = "changed after writing";

        Assert.Equal("one", (await ReadAsync("a")).Text);
        Assert.NotSame(await ReadAsync("a"), await ReadAsync("a"));
    }

    [Fact]
    public async Task Delete_OfSomeKeys_LeavesTheOthers()
    {
        await WriteAsync("a", new Document());
        await WriteAsync("b", new Document());

        await _storage.DeleteAsync(["a", "missing"], default);

        Assert.Equal(["b"], (await _storage.ReadAsync(["a", "b"], default)).Keys);
    }

    private Task WriteAsync(string key, object value) =>
        _storage.WriteAsync(new Dictionary<string, object> { [key] = value }, default);

    private async Task<Document> ReadAsync(string key) => (await _storage.ReadAsync<Document>([key]))[key];
}
