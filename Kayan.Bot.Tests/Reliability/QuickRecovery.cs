namespace Kayan.Bot.Tests.Reliability;

/// <summary>Settings with which a test need not wait long for what another process left.</summary>
internal static class QuickRecovery
{
    public static Dictionary<string, string> Settings => new()
    {
        ["Pipeline__Lease"] = "00:00:02",
        ["Pipeline__Scan"] = "00:00:00.2",
        ["Pipeline__SendClaim"] = "00:00:04",
        ["Pipeline__AmbiguousGrace"] = "00:00:01",
        ["Twilio__SendTimeout"] = "00:00:02",
    };
}
