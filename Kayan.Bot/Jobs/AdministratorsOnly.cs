using Hangfire.Dashboard;
using Kayan.Bot.Security;

namespace Kayan.Bot.Jobs;

/// <summary>The dashboard's own door, behind the endpoint's: it holds even if the endpoint were mapped without its policy.</summary>
internal sealed class AdministratorsOnly : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(StaffRoles.Administrator);
}
