using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>A Node program beside this file: one JSON question a line on its input, one JSON answer a line on its output.</summary>
internal static class NodePeer
{
    public static async Task<List<TAnswer>> AskAsync<TQuestion, TAnswer>(string program, IEnumerable<TQuestion> questions)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Prerequisite.ProjectFolder, "Channels", "Twilio", program)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var reading = node.StandardOutput.ReadToEndAsync();
        foreach (var question in questions)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        }

        node.StandardInput.Close();
        var lines = (await reading).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonSerializer.Deserialize<TAnswer>(line, JsonSerializerOptions.Web)!)];
    }
}
