using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder;

public abstract partial class BotState
{
    /// <summary>The state of one turn, with the JSON that it was loaded as.</summary>
    public class CachedBotState
    {
        private static readonly byte[] Empty = "{}"u8.ToArray();

        // What the storage holds; null when nothing equals it.
        private byte[] _baseline;

        /// <summary>A loaded state, or a new one.</summary>
        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new StateBag();
            _baseline = state switch
            {
                null => Empty,
                StateBag { Source: { } source } => source,
                _ => StateJson.Serialize(state),
            };
        }

        /// <summary>The properties by name.</summary>
        public IDictionary<string, object> State { get; set; }

        // False, with the unchanged JSON, when the state is what the storage holds.
        internal bool TryTakeChange(out byte[] json) => StateJson.SerializeIfChanged(State, _baseline, out json);

        internal void Saved(byte[] json) => _baseline = json;
    }
}
