namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>What a fuzzer posts.</summary>
internal sealed record MutatedForm(byte[] Body, string ContentType, string Signature, bool Chunked);
