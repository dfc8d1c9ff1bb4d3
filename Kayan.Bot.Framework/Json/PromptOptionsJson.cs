using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Framework;

// Prompt options by hand: they are read at every answer, for the sake of the choices; the questions stay JSON until one is asked.
internal static class PromptOptionsJson
{
    public static PromptOptions Read(StateValue value)
    {
        var options = new PromptOptions();
        var reader = new Utf8JsonReader(value.Json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = StateReader.Name(ref reader);
            reader.Read();
            var member = StateReader.ReadValue(ref reader, value.Source, value.Start);
            switch (name)
            {
                case "prompt": options.Stored = (member, options.Stored.RetryPrompt); break;
                case "retryPrompt": options.Stored = (options.Stored.Prompt, member); break;
                case "choices": options.Choices = StateJson.Convert<IList<Choice>>(member); break;
                case "style": options.Style = StateJson.Convert<ListStyle?>(member); break;
                case "validations": options.Validations = member; break;
                case "recognizeLanguage": options.RecognizeLanguage = member as string; break;
                default: break;
            }
        }

        return options;
    }

    public static void Write(Utf8JsonWriter json, PromptOptions options)
    {
        json.WriteStartObject();
        var (prompt, retryPrompt) = options.Stored;
        WriteMember(json, "prompt"u8, prompt);
        WriteMember(json, "retryPrompt"u8, retryPrompt);
        if (options.Choices is not null)
        {
            json.WritePropertyName("choices"u8);
            JsonSerializer.Serialize(json, options.Choices, StateJson.TypeInfo(typeof(IList<Choice>)));
        }

        WriteMember(json, "style"u8, options.Style);
        WriteMember(json, "validations"u8, options.Validations);
        WriteMember(json, "recognizeLanguage"u8, options.RecognizeLanguage);
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, ReadOnlySpan<byte> name, object value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            StateWriter.WriteValue(json, value);
        }
    }
}
