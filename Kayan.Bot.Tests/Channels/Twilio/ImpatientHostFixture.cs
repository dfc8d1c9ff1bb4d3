using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>A service that waits seconds where it otherwise waits minutes.</summary>
public sealed class ImpatientHostFixture : TwilioHostFixture
{
    private protected override KayanHost Settings(KayanHost host) =>
        host.With("Pipeline:AmbiguousGrace", "00:00:00.2").With("Twilio:SendTimeout", "00:00:02");
}
