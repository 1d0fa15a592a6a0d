using System.Text;

namespace DigestBot.Stories;

/// <summary>Reads a stream of any length: JSON lines one by one, so that a large file is never whole in memory; anything else at once.</summary>
public static class StoryStream
{
    private const int Chunk = 64 * 1024;
    private const byte LineFeed = (byte)'\n';

    /// <summary>The batches of a stream: one a line for JSON lines, else one. It is read while they are enumerated, and stays open.</summary>
    /// <param name="name">The file's name: its ending tells the format; without a known one the first line does.</param>
    /// <exception cref="IOException">It cannot be read on.</exception>
    public static IEnumerable<StoryBatch> Read(Stream stream, string name, StoryHints? hints = null)
    {
        var start = new byte[Chunk];
        var length = stream.ReadAtLeast(start, Chunk, throwOnEndOfStream: false);
        return HoldsLines(name, start.AsSpan(0, length))
            ? Lines(stream, start, length).Select(line => ReadLine(name, line.Number, line.Bytes, hints ?? StoryHints.None))
            : [StoryReader.Read(name, Whole(stream, start.AsSpan(0, length)), hints)];
    }

    private static bool HoldsLines(string name, ReadOnlySpan<byte> start)
    {
        if (StoryBytes.IsUtf16(start))
        {
            return false;
        }

        var isKnown = StoryReader.Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
        return StoryReader.HoldsLines(name) || !isKnown && JsonStories.AreLines(Encoding.UTF8.GetString(start).TrimStart('\uFEFF'));
    }

    /// <summary>All bytes, or one more than a story may have, which is enough to refuse it.</summary>
    private static ReadOnlyMemory<byte> Whole(Stream stream, ReadOnlySpan<byte> start)
    {
        MemoryStream whole = new();
        whole.Write(start);
        var chunk = new byte[Chunk];
        while (whole.Length <= StoryReader.MostBytes && stream.Read(chunk) is var read and > 0)
        {
            whole.Write(chunk, 0, read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private static StoryBatch ReadLine(string name, int number, byte[]? bytes, StoryHints hints)
    {
        if (bytes is null)
        {
            return StoryBatch.Refuse($"{name}:{number}", StoryBytes.TooLarge);
        }

        if (bytes.AsSpan().Trim(" \t\r"u8).IsEmpty)
        {
            return StoryBatch.Empty;
        }

        var batch = StoryBytes.Decode(bytes, isPage: false, out var line) is { } why
            ? StoryBatch.Refuse($"{name}:{number}", why)
            : JsonStories.ReadLine(name, number, line, hints);
        return batch with { Bytes = bytes.Length + 1 };
    }

    /// <summary>Lines by number, from 1; null for one that is too long to be a story.</summary>
    private static IEnumerable<(int Number, byte[]? Bytes)> Lines(Stream stream, byte[] chunk, int length)
    {
        MemoryStream line = new();
        var isTooLong = false;
        var number = 1;
        for (; length > 0; length = stream.Read(chunk))
        {
            for (var at = 0; at < length;)
            {
                var end = Array.IndexOf(chunk, LineFeed, at, length - at);
                var part = (end < 0 ? length : end) - at;
                isTooLong |= line.Length + part > StoryReader.MostBytes;
                line.Write(chunk, at, isTooLong ? 0 : part);
                at += part + 1;
                if (end < 0)
                {
                    continue;
                }

                yield return (number++, isTooLong ? null : line.ToArray());
                line.SetLength(0);
                isTooLong = false;
            }
        }
        if (line.Length > 0 || isTooLong)
        {
            yield return (number, isTooLong ? null : line.ToArray());
        }
    }
}
