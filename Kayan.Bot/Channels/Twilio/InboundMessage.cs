using System.Globalization;
using System.Text;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Microsoft.Bot.Schema;
using static Kayan.Bot.Channels.Twilio.WebhookField;
using Activity = Microsoft.Bot.Schema.Activity;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>A message webhook as what it means: a message of a person.</summary>
internal static class InboundMessage
{
    private const string Source = "twilio";

    /// <summary>Null for a form that is no message to us.</summary>
    public static IncomingMessage? Read(in WebhookForm form, ReadOnlySpan<byte> accountSid)
    {
        if (!form[AccountSid].SequenceEqual(accountSid) || !form.Has(MessageSid) || !AgreesWithItself(form))
        {
            return null;
        }

        var isWhatsApp = FieldFormats.WhatsAppPrefixed(form[From], out var from);
        FieldFormats.WhatsAppPrefixed(form[To], out var to);
        var address = Encoding.ASCII.GetString(from);
        var activity = ToActivity(form, address, Encoding.ASCII.GetString(to), isWhatsApp ? "whatsapp" : "sms");
        var media = Media(form);
        activity.Attachments = media.Count == 0 ? null : media.ConvertAll(file => new Attachment(file.ContentType, FileEndpoints.UrlOf(file.Id)));
        return new(Source, Encoding.ASCII.GetString(form[MessageSid]), isWhatsApp ? ChannelKind.WhatsApp : ChannelKind.Sms, address, activity)
        {
            Media = media,
            ExternalUserId = isWhatsApp ? UserIdOf(form, address) : null,
        };
    }

    private static bool AgreesWithItself(in WebhookForm form)
    {
        var isWhatsApp = FieldFormats.WhatsAppPrefixed(form[From], out var from);
        var plainText = form[MessageType].SequenceEqual("text"u8);
        return form.Has(From) && form.Has(To)
            && FieldFormats.WhatsAppPrefixed(form[To], out _) == isWhatsApp
            && (FieldFormats.IsPhone(from) || (FieldFormats.UserId(from) && (!form.Has(ExternalUserId) || form[ExternalUserId].SequenceEqual(form[From]))))
            && (!form.Has(SmsSid) || form[SmsSid].SequenceEqual(form[MessageSid]))
            && (!form.Has(SmsMessageSid) || form[SmsMessageSid].SequenceEqual(form[MessageSid]))
            && form.Has(Latitude) == form.Has(Longitude)
            && (form.Has(Latitude) || !(form.Has(Label) || form.Has(WebhookField.Address)))
            && (form.Has(Body) || form.Has(Latitude) || MediaCount(form) > 0)
            && !((plainText || !isWhatsApp) && (form.Has(ButtonPayload) || form.Has(ListId) || form.Has(Latitude)))
            && MediaAgrees(form);
    }

    private static bool MediaAgrees(in WebhookForm form)
    {
        var count = MediaCount(form);
        for (var i = 0; i < WebhookForm.MaxMedia; i++)
        {
            if (form.Has(WebhookField.MediaUrl + i) != i < count || form.Has(MediaContentType + i) != i < count)
            {
                return false;
            }
        }

        return true;
    }

    private static int MediaCount(in WebhookForm form) => form.Has(NumMedia) ? int.Parse(form[NumMedia], CultureInfo.InvariantCulture) : 0;

    private static Activity ToActivity(in WebhookForm form, string from, string to, string channel) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = channel,
        From = new ChannelAccount(from, form.Text(ProfileName), RoleTypes.User),
        Recipient = new ChannelAccount(to, null, RoleTypes.Bot),
        Text = form.Text(ButtonText) ?? form.Text(ListTitle) ?? form.Text(Body) ?? "",
        Value = form.Text(ButtonPayload) ?? form.Text(ListId),
        Entities = form.Has(Latitude) ? [Location(form)] : null,
        ChannelData = ChannelData(form),
    };

    private static List<FileToFetch> Media(in WebhookForm form)
    {
        var count = MediaCount(form);
        var media = new List<FileToFetch>(count);
        for (var i = 0; i < count; i++)
        {
            media.Add(FileToFetch.Of(form.Text(MediaContentType + i), form.Text(WebhookField.MediaUrl + i)!));
        }

        return media;
    }

    private static string? UserIdOf(in WebhookForm form, string address)
    {
        FieldFormats.WhatsAppPrefixed(form[ExternalUserId], out var id);
        return id.Length > 0 ? Encoding.ASCII.GetString(id) : address.StartsWith('+') ? null : address;
    }

    private static Entity Location(in WebhookForm form)
    {
        var members = new Dictionary<string, object>
        {
            ["type"] = "GeoCoordinates",
            ["latitude"] = double.Parse(form[Latitude], CultureInfo.InvariantCulture),
            ["longitude"] = double.Parse(form[Longitude], CultureInfo.InvariantCulture),
        };
        if ((form.Text(Label) ?? form.Text(WebhookField.Address)) is { } name)
        {
            members["name"] = name;
        }

        var place = new Entity();
        place.SetAs(members);
        return place;
    }

    /// <summary>What only this channel has, for the dialogs that care.</summary>
    private static Dictionary<string, string>? ChannelData(in WebhookForm form)
    {
        Dictionary<string, string>? data = null;
        Add("optOutType", form.Text(OptOutType));
        Add("externalUserId", form.Text(ExternalUserId));
        Add("repliesTo", form.Text(OriginalRepliedMessageSid));
        return data;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                (data ??= [])[name] = value;
            }
        }
    }
}
