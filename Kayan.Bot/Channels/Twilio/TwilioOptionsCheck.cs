using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>Says what is wrong in words that name the setting and its environment variable, never its value.</summary>
internal sealed class TwilioOptionsCheck : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);
        if (wrong.Count == 0 && options.AuthTokens.Count == 0)
        {
            wrong.Add(new("is missing", [nameof(TwilioOptions.AuthToken)]));
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong.Select(Sentence));
    }

    private static string Sentence(ValidationResult result)
    {
        var setting = result.MemberNames.First();
        return $"{TwilioOptions.Section}:{setting} {result.ErrorMessage}. Set the environment variable {TwilioOptions.Section}__{setting}.";
    }
}
