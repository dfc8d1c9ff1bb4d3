using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Gives Development a key of its own, kept so that a restart does not end the open chats. Production has to bring one.</summary>
internal sealed class DevelopmentSigningKey(IHostEnvironment environment) : IPostConfigureOptions<WebChatOptions>
{
    private static readonly Lock Creating = new();

    public void PostConfigure(string? name, WebChatOptions options)
    {
        if (options.SigningKey.Length == 0 && environment.IsDevelopment())
        {
            options.SigningKey = ReadOrCreate(Path.Combine(environment.ContentRootPath, "data", "webchat.key"));
        }
    }

    private static string ReadOrCreate(string path)
    {
        lock (Creating)
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
            }

            return File.ReadAllText(path).Trim();
        }
    }
}
