using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Security;

/// <summary>Puts the display name into the cookie, so that pages need not look it up.</summary>
internal sealed class StaffClaimsFactory(
    UserManager<StaffUser> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffUser, IdentityRole<long>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(StaffPrincipal.DisplayNameClaim, user.DisplayName));
        return identity;
    }
}
