using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class LanguageProperties
{
    [Property(MaxTest = 500)]
    public bool Fold_Twice_ChangesNothing(string? text)
    {
        var once = ArabicText.Fold(text ?? "");
        return ArabicText.Fold(once) == once;
    }

    [Property(MaxTest = 500)]
    public Property Fold_ArabicWithMarks_TwiceChangesNothing() =>
        Prop.ForAll(Arabic, text => ArabicText.FoldLoosely(ArabicText.FoldLoosely(text)) == ArabicText.FoldLoosely(text)
            && ArabicText.Fold(ArabicText.Fold(text)) == ArabicText.Fold(text));

    [Property]
    public Property Fold_Tatweel_IsIgnored() =>
        Prop.ForAll(Letters, text => ArabicText.Fold(string.Join('\u0640', text.ToCharArray())) == ArabicText.Fold(text));

    [Property]
    public bool TryParse_Digits_AnyScript(int number, bool persian)
    {
        var zero = persian ? '۰' : '٠';
        var western = Math.Abs((long)number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var digits = string.Concat(western.Select(digit => (char)(zero + digit - '0')));
        return ArabicNumbers.TryParse(digits, out var value) && value == Math.Abs((long)number);
    }

    [Property(MaxTest = 300)]
    public bool Recognisers_AnyText_NeverThrow(string? text)
    {
        var typed = text ?? "";
        YesNo.Recognise(typed);
        RatingScale.Recognise(typed);
        Command.Recognise(typed);
        ChoiceFinder.Find(typed, ["نعم", "طلب 12", typed]);
        ArabicNumbers.FindAll(typed);
        ArabicNumbers.FindAllOrdinals(typed);
        DateFinder.FindAll(typed, new DateOnly(2026, 11, 22));
        return true;
    }

    [Property]
    public Property Recognisers_ArabicNoise_NeverThrow() => Prop.ForAll(Arabic, text => Recognisers_AnyText_NeverThrow(text));

    private static Arbitrary<string> Letters { get; } = TextOf("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئء ");

    private static Arbitrary<string> Arabic { get; } =
        TextOf("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئء ًٌَُِّْـٰ٠١٢٣۴۵123/.-،؟ abc😀\u200f\u0653\u0654\ufdfa\ufefb");

    private static Arbitrary<string> TextOf(string characters) =>
        Gen.Elements(characters.ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
}
