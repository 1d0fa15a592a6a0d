using System.Text;

namespace DigestBot.Stories;

/// <summary>Turns a file's bytes into text, or says why they are none.</summary>
internal static class StoryBytes
{
    /// <summary>Null and the text, or the reason for which these bytes are no text. UTF-8 with or without a mark, UTF-16 by its mark.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        if (bytes.Length > StoryReader.MostBytes)
            return $"it is larger than {StoryReader.MostBytes / 1024 / 1024} MB; split it";
        try
        {
            text = EncodingOf(ref bytes).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return "it is not UTF-8 text; save it as UTF-8";
        }
        if (text.Contains('\0', StringComparison.Ordinal))
            return "it holds zero bytes, so it is no text; is it a picture or an archive?";
        return string.IsNullOrWhiteSpace(text) ? "it is empty" : null;
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static Encoding EncodingOf(ref ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        int mark = 0;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            mark = 3;
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            (encoding, mark) = (Utf16(bigEndian: false), 2);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            (encoding, mark) = (Utf16(bigEndian: true), 2);
        bytes = bytes[mark..];
        return encoding;
    }
}
