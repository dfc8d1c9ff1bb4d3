using Kayan.Bot.Domain.People;
using Kayan.Bot.Requests;

namespace Kayan.Bot.Api;

/// <summary>Checks a new request field by field.</summary>
internal static class NewRequestReader
{
    /// <summary>The request, or null with the reasons in <paramref name="errors"/>.</summary>
    public static NewRequest? Read(NewRequestBody body, FieldErrors errors)
    {
        var title = errors.Required("title", body.Title, 200);
        var name = errors.Required("person.fullName", body.Person?.FullName, 200);
        var request = new NewRequest(title, name, Phone(body.Person?.Phone, errors))
        {
            NationalId = Id(body.Person?.NationalId, errors),
            Gender = GenderOf(body.Person?.Gender, errors),
            OnWhatsApp = body.Person?.OnWhatsApp ?? true,
            ServedBy = errors.Optional("servedBy", body.ServedBy, 100),
            Requirements = errors.Names("requirements", body.Requirements),
        };
        return errors.Count == 0 ? request : null;
    }

    private static PhoneNumber Phone(string? text, FieldErrors errors)
    {
        if (!TypedPhoneNumber.TryParse(text, out var phone))
        {
            errors.Add("person.phone", string.IsNullOrWhiteSpace(text) ? "Required." : "Not a phone number.");
        }

        return phone;
    }

    private static NationalId? Id(string? text, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (NationalId.TryParse(text.Trim(), out var id))
        {
            return id;
        }

        errors.Add("person.nationalId", "Ten digits that begin with 1 or 2 and end in their check digit.");
        return null;
    }

    private static Gender GenderOf(string? text, FieldErrors errors)
    {
        if (text is null)
        {
            return Gender.Unknown;
        }

        if (!EnumName.TryParse(text, out Gender gender))
        {
            errors.Add("person.gender", EnumName.OneOf<Gender>());
        }

        return gender;
    }
}
