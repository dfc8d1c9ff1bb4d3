using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;

namespace Kayan.Bot.Jobs;

/// <summary>A job that comes again by the clock.</summary>
/// <param name="Id">Its name in the dashboard.</param>
/// <param name="Job">What is called.</param>
/// <param name="Cron">When.</param>
/// <param name="AtStart">Whether it also runs once when the service starts.</param>
internal sealed record RecurringJobSpec(string Id, Job Job, string Cron, bool AtStart)
{
    /// <summary>Every minute, and once at the start.</summary>
    public static RecurringJobSpec EveryMinute<TJob>(string id, Expression<Func<TJob, Task>> call) =>
        new(id, Job.FromExpression(call), Hangfire.Cron.Minutely(), AtStart: true);

    /// <summary>Every full hour.</summary>
    public static RecurringJobSpec EveryHour<TJob>(string id, Expression<Func<TJob, Task>> call) =>
        new(id, Job.FromExpression(call), Hangfire.Cron.Hourly(), AtStart: false);

    /// <summary>Sets its clock. May be done again.</summary>
    public void Set(IRecurringJobManager manager)
    {
        manager.AddOrUpdate(Id, Job, Cron);
        if (AtStart)
        {
            manager.Trigger(Id);
        }
    }
}
