namespace Kayan.Bot.Framework;

// The dictionary of a BotState. It knows the JSON it was read from, and at the moment of saving the JSON it became,
// so that neither the comparison nor a storage that uses StateJson has to serialise it a second time.
internal sealed class StateBag : Dictionary<string, object>
{
    public byte[] Source { get; private init; }

    internal byte[] Current { get; private set; }

    public static StateBag Parse(byte[] json)
    {
        var bag = new StateBag { Source = json };
        StateReader.ReadInto(bag, json);
        return bag;
    }

    public static Offered Offer(IDictionary<string, object> state, byte[] json) => new(state as StateBag, json);

    public readonly struct Offered : IDisposable
    {
        private readonly StateBag _bag;

        public Offered(StateBag bag, byte[] json)
        {
            _bag = bag;
            if (bag is not null)
            {
                bag.Current = json;
            }
        }

        public void Dispose()
        {
            if (_bag is not null)
            {
                _bag.Current = null;
            }
        }
    }
}
