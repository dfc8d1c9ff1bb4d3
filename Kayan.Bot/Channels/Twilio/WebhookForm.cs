namespace Kayan.Bot.Channels.Twilio;

/// <summary>A signed form with each documented field in its place, after the strict check of all formats.</summary>
internal readonly struct WebhookForm
{
    /// <summary>One more than the highest NumMedia.</summary>
    public const int MaxMedia = 26;

    private const int Slots = (int)WebhookField.MediaUrl + MaxMedia;

    private readonly TwilioForm _form;
    private readonly SlotTable _slots;
    private readonly FieldRule?[] _rules;

    private WebhookForm(TwilioForm form, SlotTable slots, FieldRule?[] rules) => (_form, _slots, _rules) = (form, slots, rules);

    /// <summary>
    /// Puts the fields in their places. False for what Twilio would not have written: a documented field twice or in another
    /// format, or a form whose fields could have been cut differently out of the same signed characters.
    /// </summary>
    public static bool TryRead(TwilioForm form, out WebhookForm read)
    {
        var slots = default(SlotTable);
        var rules = new FieldRule?[form.Count];
        for (var i = 0; i < form.Count; i++)
        {
            if (FieldRules.Find(form.Name(i)) is not { } rule)
            {
                continue;
            }

            rules[i] = rule;
            ref var slot = ref slots[(int)rule.Field];
            if (slot != 0 || !rule.Format(form.Value(i)))
            {
                read = default;
                return false;
            }

            slot = (short)(i + 1);
        }

        read = new(form, slots, rules);
        return !FieldBoundaries.AreDoubtful(form, read);
    }

    /// <summary>The rule for a field of the form, by its place there; null where Twilio has not documented it.</summary>
    public FieldRule? Rule(int index) => _rules[index];

    public bool Has(WebhookField field) => _slots[(int)field] != 0;

    /// <summary>The value; empty where the field is absent.</summary>
    public ReadOnlySpan<byte> this[WebhookField field] => _slots[(int)field] is > 0 and var slot ? _form.Value(slot - 1) : default;

    /// <summary>The value; null where the field is absent or empty.</summary>
    public string? Text(WebhookField field) =>
        _slots[(int)field] is > 0 and var slot && !_form.Value(slot - 1).IsEmpty ? _form.Text(slot - 1) : null;

    [System.Runtime.CompilerServices.InlineArray(Slots)]
    private struct SlotTable
    {
        private short _first;
    }
}
