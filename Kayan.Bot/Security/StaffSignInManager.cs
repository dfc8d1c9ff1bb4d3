using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Security;

/// <summary>
/// A staff account is switched off by a lock that lasts longer than the automatic one. Then its open sessions end too;
/// the automatic lock ends none, or a stranger could throw a colleague out by guessing.
/// </summary>
internal sealed class StaffSignInManager(
    UserManager<StaffUser> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<StaffUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffUser> confirmation,
    TimeProvider time) : SignInManager<StaffUser>(users, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> ValidateSecurityStampAsync(StaffUser? user, string? securityStamp) =>
        user is not null && !IsSwitchedOff(user) && await base.ValidateSecurityStampAsync(user, securityStamp);

    private bool IsSwitchedOff(StaffUser user) => user.LockoutEnd > time.GetUtcNow() + (2 * Options.Lockout.DefaultLockoutTimeSpan);
}
