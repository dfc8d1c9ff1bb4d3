using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kayan.Bot.Storage;

/// <summary>A provider by its context: one way to set it up, in the container and outside of it.</summary>
internal abstract class ContextProvider<TContext> : DatabaseProvider
    where TContext : KayanDbContext
{
    public override void AddContext(IServiceCollection services)
    {
        services.AddDbContext<TContext>(SetUp);
        services.AddScoped<KayanDbContext>(provider => provider.GetRequiredService<TContext>());
    }

    public override TContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<TContext>();
        SetUp(options);
        return (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
    }

    /// <summary>Names the database to Entity Framework.</summary>
    protected abstract void Use(DbContextOptionsBuilder options);

    // A failure is its caller's to tell: Entity Framework would log it with the database's words, in which values may stand.
    private void SetUp(DbContextOptionsBuilder options)
    {
        Use(options);
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed));
    }
}
