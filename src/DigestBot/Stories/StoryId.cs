using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Stories;

/// <summary>Ids for stories whose source gives none: the same words make the same id, so that nothing is stored twice.</summary>
public static class StoryId
{
    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the text with its white space folded.</summary>
    public static string FromText(string text) => Hash(text)[..12];

    /// <summary>SHA-256 of the text with its white space folded: the same story from two files is one story.</summary>
    public static string Hash(string text)
    {
        var folded = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));
    }
}
