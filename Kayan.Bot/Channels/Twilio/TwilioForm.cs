using System.Buffers;
using System.Text;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// A form body, decoded once into one rented buffer. The fields keep their order and the case of their names, and repeated
/// names stay apart, because the signature covers the form as it was sent; <c>Request.Form</c> loses all three.
/// </summary>
internal sealed class TwilioForm : IDisposable
{
    /// <summary>Twilio sends some thirty.</summary>
    public const int MaxFields = 512;

    private readonly byte[] _buffer;
    private Field[] _fields;
    private int _length;

    private TwilioForm(int bodyLength)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(bodyLength);
        _fields = ArrayPool<Field>.Shared.Rent(64);
    }

    public int Count { get; private set; }

    /// <summary>The decoded length of all names and values.</summary>
    public int Length => _length;

    /// <summary>Reads a body; null when it has more than <see cref="MaxFields"/> fields.</summary>
    public static TwilioForm? Read(ReadOnlySpan<byte> body)
    {
        var form = new TwilioForm(body.Length);
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (!pair.IsEmpty && !form.TryAdd(pair))
            {
                form.Dispose();
                return null;
            }
        }

        return form;
    }

    public ReadOnlySpan<byte> Name(int index) => _buffer.AsSpan(_fields[index].Start, _fields[index].NameLength);

    public ReadOnlySpan<byte> Value(int index) =>
        _buffer.AsSpan(_fields[index].Start + _fields[index].NameLength, _fields[index].ValueLength);

    /// <summary>A value as text. Bytes that are no UTF-8 become U+FFFD; NUL, which not every database can hold, goes.</summary>
    public string Text(int index)
    {
        var text = Encoding.UTF8.GetString(Value(index));
        return text.Contains('\0') ? text.Replace("\0", null, StringComparison.Ordinal) : text;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        ArrayPool<Field>.Shared.Return(_fields);
    }

    private bool TryAdd(ReadOnlySpan<byte> pair)
    {
        if (Count == MaxFields)
        {
            return false;
        }

        if (Count == _fields.Length)
        {
            Grow();
        }

        var equals = pair.IndexOf((byte)'=');
        var start = _length;
        var name = Decode(equals < 0 ? pair : pair[..equals]);
        var value = equals < 0 ? 0 : Decode(pair[(equals + 1)..]);
        _fields[Count++] = new(start, name, value);
        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<Field>.Shared.Rent(2 * _fields.Length);
        _fields.CopyTo(larger, 0);
        ArrayPool<Field>.Shared.Return(_fields);
        _fields = larger;
    }

    private int Decode(ReadOnlySpan<byte> raw)
    {
        var start = _length;
        for (var i = 0; i < raw.Length; i++)
        {
            var b = raw[i];
            if (b == '+')
            {
                b = (byte)' ';
            }
            else if (b == '%' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                b = (byte)((Nibble(raw[i + 1]) << 4) | Nibble(raw[i + 2]));
                i += 2;
            }

            _buffer[_length++] = b;
        }

        return _length - start;
    }

    private static int Nibble(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;

    private readonly record struct Field(int Start, int NameLength, int ValueLength);
}
