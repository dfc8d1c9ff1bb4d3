using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Console.Reading;

/// <summary>Which requests a list shows.</summary>
/// <param name="Stage">Only those in this stage.</param>
/// <param name="Number">Only the one with this number.</param>
/// <param name="LateAtCommittee">Only those that have been with the committee for more than two weeks.</param>
internal sealed record RequestFilter(RequestStage? Stage = null, string? Number = null, bool LateAtCommittee = false);
