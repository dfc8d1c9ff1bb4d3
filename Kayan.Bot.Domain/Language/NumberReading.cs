using Kind = Kayan.Bot.Domain.Language.NumberToken.TokenKind;

namespace Kayan.Bot.Domain.Language;

/// <summary>The numbers of one message, and how much else it says.</summary>
internal sealed class NumberReading
{
    private readonly List<NumberToken> _tokens;
    private readonly List<long> _integers = [];
    private int _at;

    private NumberReading(List<NumberToken> tokens) => _tokens = tokens;

    public IReadOnlyList<long> Integers => _integers;

    public bool HasFraction { get; private set; }

    public int OtherWords { get; private set; }

    public static NumberReading Of(string text)
    {
        var reading = new NumberReading(NumberToken.Read(ArabicText.FoldLoosely(text)));
        reading.ReadAll();
        return reading;
    }

    private void ReadAll()
    {
        while (_at < _tokens.Count)
        {
            var start = _at;
            if (TryNumber(out var value))
            {
                if (IsFractionAt(_at))
                {
                    HasFraction = true;
                    _at++;
                }
                else
                {
                    _integers.Add(value);
                }
                continue;
            }
            _at = start + 1;
            HasFraction |= _tokens[start].Kind == Kind.NotInteger;
            OtherWords += _tokens[start].Kind == Kind.Word ? 1 : 0;
        }
    }

    private bool IsFractionAt(int at)
    {
        if (at < _tokens.Count && _tokens[at].Text == "و")
        {
            at++;
        }
        var word = at < _tokens.Count ? _tokens[at].Text : "";
        if (word.Length > 1 && word[0] == 'و' && NumberWords.Fractions.Contains(word[1..]))
        {
            return true;
        }
        return at > _at && NumberWords.Fractions.Contains(word);
    }

    private bool TryNumber(out long value)
    {
        value = 0;
        if (_tokens[_at].Kind == Kind.Integer)
        {
            if (!ArabicNumbers.TryInteger(_tokens[_at].Text, out value))
            {
                return false;
            }
            _at++;
            value = TakeThousand() ? value * 1000 : value;
            return true;
        }
        var word = WordAt(_at);
        var thousands = NumberWords.TwoThousand.Contains(word) ? 2000 : word is "الف" or "الفا" ? 1000 : 0;
        if (thousands > 0)
        {
            _at++;
            value = thousands;
        }
        else if (!TryBelowThousand("", out value))
        {
            return false;
        }
        else if (!TakeThousand())
        {
            return true;
        }
        else
        {
            value *= 1000;
        }
        var mark = _at;
        if (TakeAnd(out var prefix) && TryBelowThousand(prefix, out var rest))
        {
            value += rest;
        }
        else
        {
            _at = mark;
        }
        return true;
    }

    private bool TryBelowThousand(string prefix, out long value)
    {
        if (!TryHundreds(prefix, out value))
        {
            return TryBelowHundred(prefix, out value);
        }
        var mark = _at;
        if (TakeAnd(out var next) && TryBelowHundred(next, out var rest))
        {
            value += rest;
        }
        else
        {
            _at = mark;
        }
        return true;
    }

    private bool TryHundreds(string prefix, out long value)
    {
        var word = WordAt(_at, prefix);
        if (NumberWords.Hundreds.TryGetValue(word, out var hundreds))
        {
            _at++;
            value = hundreds;
            return true;
        }
        value = 0;
        if (NumberWords.Units.TryGetValue(word, out var unit) && unit is >= 1 and <= 9 && NumberWords.Hundred.Contains(WordAt(_at + 1)))
        {
            _at += 2;
            value = unit * 100;
            return true;
        }
        return false;
    }

    private bool TryBelowHundred(string prefix, out long value)
    {
        var word = WordAt(_at, prefix);
        value = 0;
        if (NumberWords.Teens.TryGetValue(word, out var teen) || NumberWords.Tens.TryGetValue(word, out teen))
        {
            _at++;
            value = teen;
            return true;
        }
        var known = NumberWords.Units.TryGetValue(word, out var unit);
        if ((NumberWords.BeforeTen.TryGetValue(word, out var first) || (known && unit is >= 1 and <= 9))
            && NumberWords.Ten.Contains(WordAt(_at + 1)))
        {
            _at += 2;
            value = 10 + Math.Max(first, unit);
            return true;
        }
        if (!known)
        {
            return false;
        }
        _at++;
        value = unit;
        var mark = _at;
        if (unit is >= 1 and <= 9 && TakeAnd(out var next) && NumberWords.Tens.TryGetValue(WordAt(_at, next), out var tens))
        {
            _at++;
            value += tens;
        }
        else
        {
            _at = mark;
        }
        return true;
    }

    private bool TakeThousand()
    {
        if (!NumberWords.Thousand.Contains(WordAt(_at)))
        {
            return false;
        }
        _at++;
        return true;
    }

    /// <summary>Takes "and": a word of its own, or the first letter of the next word (then given as the prefix to take off).</summary>
    private bool TakeAnd(out string prefix)
    {
        prefix = "";
        var word = WordAt(_at);
        if (word is "و" or "and")
        {
            _at++;
            return true;
        }
        prefix = "و";
        return word.Length > 1 && word[0] == 'و';
    }

    private string WordAt(int at, string prefix = "")
    {
        if (at >= _tokens.Count || _tokens[at].Kind != Kind.Word)
        {
            return "";
        }
        var word = _tokens[at].Text;
        return word.StartsWith(prefix, StringComparison.Ordinal) ? word[prefix.Length..] : "";
    }
}
