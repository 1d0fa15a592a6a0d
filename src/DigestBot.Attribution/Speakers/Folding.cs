using System.Text;

namespace DigestBot.Attribution;

/// <summary>
/// Brings the spellings of a word to one plain form: lower case, no diacritics, no apostrophes, one kind of hyphen. Done by hand,
/// since <see cref="string.Normalize()"/> leaves letters as they are where globalization is invariant.
/// </summary>
internal static class Folding
{
    private const string FromC0 =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhhhiiiiiiiiiiyyjjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb....o."
        + ".dd...eee.f....ikk......oo.............uu..yyzz.............dddlllnnnaaiioouuuuuuuuuueaaaa....ggkkoo"
        + "oo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy................u...........";

    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>The plain form of <paramref name="word"/>: "Orbán" → "orban", "O’Neill" → "oneill", "Ki‑moon" → "ki-moon".</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var folded = Fold(letter);
            if (folded != '\0')
            {
                plain.Append(folded);
            }
        }

        return plain.ToString();
    }

    /// <summary>The plain form of one letter; '\0' where it vanishes (apostrophes, combining marks).</summary>
    private static char Fold(char letter)
    {
        if (letter < 0x80)
        {
            return letter is '\'' or '`' ? '\0' : char.ToLowerInvariant(letter);
        }

        var plain = letter switch
        {
            >= '\u00C0' and < '\u0250' => FromC0[letter - 0xC0],
            >= '\u1E00' and < '\u1F00' => From1E00[letter - 0x1E00],
            _ => '.',
        };
        return plain != '.' ? plain : FoldRare(letter);
    }

    private static char FoldRare(char letter) => letter switch
    {
        >= '\u0300' and <= '\u036F' => '\0',
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u02BB' or '\u02BE' or '\u02BF' or '\u00B4' or '\u2032' or '\u00AD' => '\0',
        >= '\u2010' and <= '\u2015' => '-',
        '\u2212' => '-',
        '\u00A0' or '\u202F' or '\u2007' or '\u2009' => ' ',
        _ => char.ToLowerInvariant(letter),
    };
}
