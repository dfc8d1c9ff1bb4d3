using Kayan.Bot.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The real service with a bot that echoes and a channel that records, for tests of the pipeline alone.</summary>
internal static class EchoHost
{
    public static KayanHost Configure(KayanHost host, RecordingChannel channel) =>
        host.WithEcho().With(services => services.RemoveAll<IChannel>().AddSingleton<IChannel>(channel));
}
