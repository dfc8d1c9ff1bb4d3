namespace Kayan.Bot.Security;

/// <summary>Names of the authorization and rate-limit policies of the staff's pages.</summary>
internal static class StaffPolicies
{
    /// <summary>Any member of staff who is signed in.</summary>
    public const string Staff = "staff";

    /// <summary>Administrators only.</summary>
    public const string Administrators = "administrators";

    /// <summary>Managers and administrators: what the bot says.</summary>
    public const string Managers = "managers";

    /// <summary>Rate limit of the sign-in page, per network address.</summary>
    public const string SignInRate = "sign-in";
}
