using System.Collections.Frozen;
using static Kayan.Bot.Channels.Twilio.FieldFormats;
using static Kayan.Bot.Channels.Twilio.WebhookField;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>The documented fields of Twilio's webhooks and their formats.</summary>
internal static class FieldRules
{
    private static readonly (Format Format, WebhookField[] Fields)[] Formats =
    [
        (Account, [AccountSid]),
        (Message, [MessageSid, SmsSid, SmsMessageSid, OriginalRepliedMessageSid]),
        (Service, [MessagingServiceSid]),
        (Install, [ChannelInstallSid]),
        (FieldFormats.Address, [From, To, OriginalRepliedMessageSender]),
        (ExternalUser, [ExternalUserId, ParentExternalUserId]),
        (WhatsAppId, [WaId]),
        (FieldFormats.Version, [ApiVersion]),
        (MediaCount, [NumMedia]),
        (Digits, [NumSegments, ReferralNumMedia, RawDlrDoneDate, ErrorCode, ChannelStatusCode]),
        (FieldFormats.Boolean, [Forwarded, FrequentlyForwarded]),
        (Keyword, [SmsStatus, MessageStatus, MessageType, ChannelPrefix]),
        (Constant, [ButtonType, EventType]),
        (OptOut, [OptOutType]),
        (Country, [FromCountry, ToCountry]),
        (PostCode, [FromZip, ToZip]),
        (Coordinate, [Latitude, Longitude]),
        (Json, [ChannelMetadata, FlowData, InteractiveData]),
        (Words,
        [
            WebhookField.Address, Body, ButtonPayload, ButtonText, ChannelStatusMessage, ErrorMessage, FromCity, FromState, Label, ListId,
            ListTitle, ProfileName, ReferralBody, ReferralCtwaClid, ReferralHeadline, ReferralMediaContentType, ReferralMediaId,
            ReferralMediaUrl, ReferralSourceId, ReferralSourceType, ReferralSourceUrl, ToCity, ToState,
        ]),
    ];

    public static IReadOnlyList<FieldRule> All { get; } =
    [
        .. Formats.SelectMany(row => row.Fields.Select(field => new FieldRule(field, field.ToString(), row.Format))),
        .. Numbered(MediaContentType, MediaType),
        .. Numbered(MediaUrl, Url),
    ];

    private static FrozenDictionary<string, FieldRule>.AlternateLookup<ReadOnlySpan<char>> ByName { get; } =
        All.ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The rule for a name; null for a name that Twilio has not documented (yet).</summary>
    public static FieldRule? Find(ReadOnlySpan<byte> name)
    {
        Span<char> characters = stackalloc char[32];
        return name.Length <= characters.Length && System.Text.Ascii.ToUtf16(name, characters, out var length) == System.Buffers.OperationStatus.Done
            ? ByName.TryGetValue(characters[..length], out var rule) ? rule : null
            : null;
    }

    private static IEnumerable<FieldRule> Numbered(WebhookField first, Format format) =>
        Enumerable.Range(0, WebhookForm.MaxMedia).Select(i => new FieldRule(first + i, $"{first}{i}", format));
}
