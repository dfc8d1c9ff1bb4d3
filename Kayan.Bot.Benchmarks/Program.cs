using System.CommandLine;
using Kayan.Bot.Benchmarks;

var root = new RootCommand("Measures the service. Each command prints one line of JSON last; figures compare within one run.");

var turn = new Command("turn", "The four-step dialog on our Framework: CPU and bytes a turn.");
turn.SetAction((_, _) => TurnBenchmark.RunAsync());
root.Add(turn);

var webhooks = new Option<int>("--count") { Description = "Webhooks to acknowledge.", DefaultValueFactory = _ => 60_000 };
var withTurns = new Option<bool>("--with-turns") { Description = "Let the turns run beside." };
var scattered = new Option<bool>("--scattered") { Description = "Ids of messages in no order, as Twilio gives them, instead of ascending ones." };
var webhook = new Command("webhook", "Signed webhooks acknowledged after the commit, beside one-row commits made one by one.")
{
    webhooks, withTurns, scattered,
};
webhook.SetAction((arguments, cancellation) =>
    WebhookBenchmark.RunAsync(arguments.GetValue(webhooks), arguments.GetValue(withTurns), arguments.GetValue(scattered), cancellation));
root.Add(webhook);

var conversations = new Option<int>("--conversations") { Description = "People who write, one message each and then again.", DefaultValueFactory = _ => 20_000 };
var pipeline = new Command("pipeline", "From the webhook to the reply that the provider accepted.") { conversations };
pipeline.SetAction((arguments, cancellation) => PipelineBenchmark.RunAsync(arguments.GetValue(conversations), cancellation));
root.Add(pipeline);

var due = new Option<int>("--count") { Description = "Notices that are due.", DefaultValueFactory = _ => 10_000 };
var rate = new Option<int>("--rate") { Description = "What the sender may send in a second.", DefaultValueFactory = _ => 80 };
var notices = new Command("notices", "Notices that are due at once, as they leave at the rate of their sender.") { due, rate };
notices.SetAction((arguments, cancellation) => NoticesBenchmark.RunAsync(arguments.GetValue(due), arguments.GetValue(rate), cancellation));
root.Add(notices);

return await root.Parse(args).InvokeAsync();
