using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace DigestBot.Chat.Discord;

/// <summary>
/// Fits a button's command into the 100 characters that Discord keeps for it, so that the bot need remember nothing: what is longer is
/// compressed, and written in characters that hold 14 bits each. A question of some 300 letters fits.
/// </summary>
internal static class ButtonId
{
    /// <summary>UTF-16 units.</summary>
    public const int Limit = 100;

    private const char Packed = '~';
    private const int Longest = 2000;

    /// <summary>16,384 letters of one block, each of which Unicode's normal forms leave as it is.</summary>
    private const char First = '\u4E00';

    private const int Bits = 14;

    /// <summary>The id; null where the command does not fit.</summary>
    /// <param name="action">Not empty.</param>
    public static string? Pack(string action)
    {
        action = PlainText.Clean(action);
        if (action.Length <= Limit && action[0] != Packed)
        {
            return action;
        }

        if (action.Length > Longest)
        {
            return null;
        }

        var plain = Encoding.UTF8.GetBytes(action);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var written, quality: 11, window: 16) && 1 + (((written * 8) + Bits - 1) / Bits) <= Limit
            ? Packed + Letters(packed.AsSpan(0, written))
            : null;
    }

    /// <summary>What was packed; null where it is nothing of ours.</summary>
    public static string? Unpack(string? id)
    {
        if (id is null || id.Length == 0 || id[0] != Packed)
        {
            return id;
        }

        if (Bytes(id.AsSpan(1)) is not { } packed)
        {
            return null;
        }

        var plain = new byte[4 * Longest];
        using BrotliDecoder decoder = new();
        return decoder.Decompress(packed, plain, out _, out var written) == OperationStatus.Done ? Encoding.UTF8.GetString(plain.AsSpan(0, written)) : null;
    }

    private static string Letters(ReadOnlySpan<byte> bytes)
    {
        StringBuilder letters = new();
        (var held, var bits) = (0, 0);
        foreach (var next in bytes)
        {
            (held, bits) = ((held << 8) | next, bits + 8);
            if (bits < Bits)
            {
                continue;
            }

            bits -= Bits;
            letters.Append((char)(First + (held >> bits)));
            held &= (1 << bits) - 1;
        }
        return bits == 0 ? letters.ToString() : letters.Append((char)(First + (held << (Bits - bits)))).ToString();
    }

    // A last letter may hold bits of no byte: what is decompressed ends by itself.
    private static byte[]? Bytes(ReadOnlySpan<char> letters)
    {
        var bytes = new byte[letters.Length * Bits / 8];
        (var held, var bits, var at) = (0, 0, 0);
        foreach (var letter in letters)
        {
            if (letter < First || letter >= First + (1 << Bits))
            {
                return null;
            }

            (held, bits) = ((held << Bits) | (letter - First), bits + Bits);
            while (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
