using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Twenty thousand mutated forms through the real endpoint and the real inbox.</summary>
public sealed class WebhookFuzzTests
{
    private const int Forms = 20_000;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Endpoint_MutatedForms_AnswersEachAndNeverWith500()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await new KayanHost().With(twilio).With("Twilio:PublicBaseUrl", FormMutator.Base)
            .With(services => services.Remove(services.Single(service => service.ImplementationType == typeof(InboxPump) && service.ServiceType == typeof(IHostedService))))
            .StartAsync();
        var endpoint = host.Services.GetRequiredService<TwilioMessagesEndpoint>();
        var answers = new int[600];
        await Parallel.ForAsync(0, Forms, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (seed, stopping) =>
        {
            var context = Context(FormMutator.Mutate(seed, twilio.Account.AuthToken));
            await endpoint.HandleAsync(context).WaitAsync(Hang, stopping);
            Interlocked.Increment(ref answers[context.Response.StatusCode]);
        });

        var seen = Enumerable.Range(0, answers.Length).Where(status => answers[status] > 0).ToArray();
        Assert.Equal([200, 403, 413, 415], seen);
        Assert.All(seen, status => Assert.InRange(answers[status], Forms / 200, Forms));
        Assert.Equal(Forms, answers.Sum());
    }

    private static DefaultHttpContext Context(MutatedForm form)
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = FormMutator.Target;
        context.Request.Method = "POST";
        context.Request.ContentType = form.ContentType;
        context.Request.ContentLength = form.Chunked ? null : form.Body.Length;
        context.Request.Headers[TwilioSignature.Header] = form.Signature;
        context.Request.Body = new MemoryStream(form.Body);
        context.Response.Body = new MemoryStream();
        return context;
    }
}
