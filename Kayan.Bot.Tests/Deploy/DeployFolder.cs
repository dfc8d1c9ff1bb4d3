namespace Kayan.Bot.Tests.Deploy;

/// <summary>The sources that a release is put together from.</summary>
internal static class DeployFolder
{
    public static string Root { get; } = Find();

    public static string Path(string name) => System.IO.Path.Combine(Root, "deploy", name);

    public static string Read(string name) => File.ReadAllText(Path(name));

    public static string[] Lines(string name) => File.ReadAllLines(Path(name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Kayan.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
