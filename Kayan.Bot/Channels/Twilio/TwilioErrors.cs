using System.Collections.Frozen;
using static Kayan.Bot.Channels.Twilio.TwilioTreatment;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// Twilio's error codes, in answers and in status callbacks, and what each means for the message. Codes that are not here
/// fail without another try, as Twilio advises.
/// </summary>
internal static class TwilioErrors
{
    public const int TooManyRequests = 20429;
    public const int OptedOut = 21610;
    public const int NoContent = 21619;
    public const int OutOfWindow = 63016;
    public const int NoSender = 21606;

    public static FrozenDictionary<int, TwilioTreatment> Table { get; } = new Dictionary<int, TwilioTreatment>
    {
        // The account
        [20003] = Configuration, // wrong credentials, inactive account
        [20404] = Configuration, // no such account or path
        [20429] = Retry,         // too many requests at once; none was processed
        [30002] = Configuration, // account suspended
        [63001] = Configuration, // channel cannot sign in
        [63017] = Retry,         // over 2,000 messages a second
        [63020] = Configuration, // invitation of Meta not accepted
        [63038] = Configuration, // daily cap of the account
        [63062] = Configuration, // Meta's terms not accepted

        // The sender
        [21212] = Configuration, // not a sender
        [21603] = Configuration, // sender missing
        [21606] = Configuration, // sender not ours, or not for this country
        [21611] = Retry,         // ten hours of messages are queued for the sender
        [21701] = Configuration, // messaging service: not found
        [21702] = Configuration, // …: not usable
        [21703] = Configuration, // …: without senders
        [21704] = Configuration, // …: without a sender for this country
        [30001] = Retry,         // queue of the messaging service is full
        [30034] = Configuration, // sender not registered
        [30042] = Configuration, // generic sender name
        [63007] = Configuration, // no channel for this sender
        [63018] = Retry,         // WhatsApp's rate for the sender

        // The recipient
        [21211] = Failed,        // not a phone number
        [21214] = Failed,        // not reachable
        [21217] = Failed,        // malformed
        [21401] = Failed,        // malformed
        [21408] = Configuration, // country not enabled
        [21604] = Failed,        // recipient missing
        [21608] = Configuration, // trial account, number not verified
        [21610] = OptOut,        // asked to stop
        [21612] = Failed,        // no route from this sender
        [21614] = Failed,        // not a mobile number
        [30003] = Retry,         // phone is off
        [30004] = Failed,        // blocked
        [30005] = Failed,        // number unknown
        [30006] = Failed,        // landline
        [30450] = Failed,        // protection against SMS pumping
        [30453] = Failed,        // suspected fraud
        [63003] = Failed,        // not on WhatsApp
        [63005] = Failed,        // refused by the channel
        [63014] = OptOut,        // the person blocked us
        [63015] = Configuration, // sandbox: has not joined
        [63024] = Failed,        // not on WhatsApp, or on an old version
        [63032] = Failed,        // WhatsApp refuses this person for now

        // The message
        [21602] = Failed,        // no text
        [21609] = Configuration, // status callback is no address
        [21617] = Failed,        // too long
        [21619] = Failed,        // no content
        [21620] = Failed,        // bad media address
        [21621] = Failed,        // bad media address
        [21624] = Failed,        // bad validity period
        [21654] = Configuration, // template missing
        [21656] = Failed,        // bad template variables
        [21658] = Failed,        // parameter too long
        [30007] = Failed,        // filtered by a carrier
        [30036] = Failed,        // waited too long in Twilio's queue
        [63013] = Failed,        // against the channel's rules
        [63016] = OutsideWindow, // free text after 24 hours of silence
        [63019] = Failed,        // media failed
        [63021] = Failed,        // content invalid
        [63027] = Configuration, // template not in this language
        [63028] = Configuration, // wrong number of variables
        [63030] = Configuration, // unsupported parameter
        [63034] = Failed,        // media failed
        [63040] = Configuration, // template rejected
        [63041] = Configuration, // template paused
        [63042] = Configuration, // template disabled
        [11751] = Failed,        // media too large

        // The way
        [30008] = Retry,         // carrier gives no reason
        [30017] = Retry,         // carrier is congested
        [63009] = Retry,         // channel failed
        [63010] = Retry,         // Twilio failed
        [63012] = Retry,         // channel failed
    }.ToFrozenDictionary();

    public static TwilioTreatment Of(int code) => Table.GetValueOrDefault(code, Failed);
}
