using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>An environment with a content folder of its own.</summary>
internal sealed class TestEnvironment(string name) : IHostEnvironment, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-test-");

    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "Kayan.Bot";

    public string ContentRootPath
    {
        get => _folder.FullName;
        set => throw new NotSupportedException();
    }

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

    public void Dispose() => _folder.Delete(recursive: true);
}
