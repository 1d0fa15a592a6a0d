using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Stories;

/// <summary>Turns a file's bytes into text, or says why they are none.</summary>
internal static partial class StoryBytes
{
    private const int MarkupToSearch = 1024;

    /// <summary>Null and the text, or the reason for which these bytes are no text. UTF-8 with or without a mark, UTF-16 by its mark.</summary>
    /// <param name="isPage">A web page may name another encoding in its first kilobyte (HTML standard, 13.2.3.2).</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, bool isPage, out string text)
    {
        text = "";
        if (bytes.Length > StoryReader.MostBytes)
        {
            return TooLarge;
        }

        try
        {
            text = EncodingOf(ref bytes).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            if (!isPage || Declared(bytes) is not { } declared)
            {
                return "it is not UTF-8 text; save it as UTF-8";
            }

            text = declared.GetString(bytes);
        }
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return "it holds zero bytes, so it is no text; is it a picture or an archive?";
        }

        return string.IsNullOrWhiteSpace(text) ? "it is empty" : null;
    }

    /// <summary>Why something is refused that is longer than <see cref="StoryReader.MostBytes"/>.</summary>
    public static string TooLarge { get; } = $"it is larger than {StoryReader.MostBytes / 1024 / 1024} MB; split it, or write many stories as JSON lines (.jsonl)";

    /// <summary>Whether the bytes are marked as UTF-16.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static Encoding EncodingOf(ref ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
        {
            UnicodeEncoding utf16 = new(bigEndian: bytes[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
            bytes = bytes[2..];
            return utf16;
        }
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MarkupToSearch)]));
        // Browsers read Latin-1 as its superset, and so does the standard (Encoding, 4.2).
        var name = match.Groups["name"].Value.ToLowerInvariant() is "iso-8859-1" or "latin1" or "ascii" or "us-ascii" ? "windows-1252" : match.Groups["name"].Value;
        return match.Success && !name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? CodePagesEncodingProvider.Instance.GetEncoding(name) : null;
    }

    [GeneratedRegex("""<meta[^>]*charset\s*=\s*["']?(?<name>[\w\-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();
}
