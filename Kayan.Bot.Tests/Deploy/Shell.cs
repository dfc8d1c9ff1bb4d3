using System.Diagnostics;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>A program with arguments: how it ended and what it said.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, Dictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? DeployFolder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output, await error);
    }

    /// <summary>The output of what must end with 0.</summary>
    public static Task<string> MustAsync(
        string program, IEnumerable<string> arguments, Dictionary<string, string>? environment = null, string? folder = null) =>
        MustEndAsync(0, program, arguments, environment, folder);

    /// <summary>The output of what must end with that code.</summary>
    public static async Task<string> MustEndAsync(
        int expected, string program, IEnumerable<string> arguments, Dictionary<string, string>? environment = null, string? folder = null)
    {
        var (code, output, error) = await RunAsync(program, arguments, environment, folder);
        Assert.True(code == expected, $"{program} ended with {code}, not {expected}:\n{output}\n{error}");
        return output;
    }
}
