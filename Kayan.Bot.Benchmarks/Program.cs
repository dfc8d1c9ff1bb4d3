using Kayan.Bot.Benchmarks;

return args is ["turn"] ? await TurnBenchmark.RunAsync() : 1;
