using Microsoft.AspNetCore.Identity;

namespace Kayan.Bot.Security;

/// <summary>The hash of no one's password, checked where there is no account, so that the answer takes as long.</summary>
internal sealed class DecoyPassword
{
    public StaffUser User { get; } = new() { DisplayName = string.Empty };

    public string Hash { get; } =
        new PasswordHasher<StaffUser>().HashPassword(new StaffUser { DisplayName = string.Empty }, Guid.CreateVersion7().ToString());
}
