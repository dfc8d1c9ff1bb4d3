using Kayan.Bot.Files;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// The memory in which files wait until they are stored. What has come in counts, not how many are on the way: slow lines keep nobody
/// waiting.
/// </summary>
internal sealed class UploadMemory
{
    private const long Limit = 4L * ReceivedFile.MaxBytes;

    private long _taken;

    /// <summary>The part of one upload, given back when it is over.</summary>
    public Share Open() => new(this);

    internal sealed class Share(UploadMemory memory) : IDisposable
    {
        private long _taken;

        /// <summary>Reads a body to its end.</summary>
        /// <exception cref="InsufficientMemoryException">Others have taken what there is.</exception>
        public async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                Take(read);
                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }

        public void Dispose() => Interlocked.Add(ref memory._taken, -_taken);

        private void Take(int bytes)
        {
            _taken += bytes;
            if (Interlocked.Add(ref memory._taken, bytes) > Limit)
            {
                throw new InsufficientMemoryException();
            }
        }
    }
}
