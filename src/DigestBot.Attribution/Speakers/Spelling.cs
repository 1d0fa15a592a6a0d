using System.Text;

namespace DigestBot.Attribution;

/// <summary>
/// Whether two spellings are the same name: diacritics, transliterations (Lavrov, Lawrow), the article of Arabic names (al-Khatib,
/// Alkhatib, Khatib). Letter rules in the manner of Daitch and Mokotoff (1985), kept narrow: what differs in one language only
/// stands in the list name-spellings.txt.
/// </summary>
internal static class Spelling
{
    private static readonly string[] _articles = ["al-", "el-", "ul-", "as-", "ash-", "an-", "ad-", "ar-", "at-", "az-"];

    private static readonly (string From, string To)[] _endings =
    [
        ("owitsch", "ovich"), ("owitch", "ovich"), ("ovitch", "ovich"), ("ovych", "ovich"), ("ovic", "ovich"), ("owicz", "ovich"),
        ("ewitsch", "evich"), ("ewitch", "evich"), ("evitch", "evich"), ("evych", "evich"), ("evic", "evich"), ("ewicz", "evich"),
        ("skyy", "ski"), ("skyi", "ski"), ("skiy", "ski"), ("skij", "ski"), ("skii", "ski"), ("sky", "ski"),
        ("iya", "ia"), ("ija", "ia"), ("ey", "ei"), ("ej", "ei"), ("ay", "ai"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("y", "i"),
        ("ic", "ich"), ("eff", "ev"), ("off", "ov"),
    ];

    private static readonly (string From, string To)[] _inside =
    [
        ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("ks", "x"),
        ("dh", "d"), ("gh", "g"), ("ou", "u"), ("oo", "u"),
    ];

    private static readonly Dictionary<string, string> _listed = Load();

    /// <summary>
    /// The key of one folded word; equal for spellings that differ by rule or by the list. Longer in the unlisted, where nothing is lost.
    /// </summary>
    public static string KeyOf(string folded)
    {
        var key = RuleKey(folded);
        return _listed.GetValueOrDefault(key, key);
    }

    /// <summary>Whether two folded words are the same name in different spelling.</summary>
    public static bool Agree(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        var mine = KeyOf(left);
        var others = KeyOf(right);
        return mine == others
            || (VowelsGiveWay(mine, others) && (LooksArabic(left) || LooksArabic(right)))
            || AgreeWithoutArticle(left, right);
    }

    /// <summary>
    /// Keys to look a folded word up by: the consonants of its key, with and without an article that may have been joined, and of the
    /// name that it is a pet form of. Two words that agree have one in common.
    /// </summary>
    public static IEnumerable<string> LookupFormsOf(string folded)
    {
        yield return ConsonantsOf(KeyOf(folded));
        var bare = folded.Length > 5 && folded[1] == 'l' && folded[0] is 'a' or 'e' ? folded[2..].TrimStart('-') : folded;
        if (bare.Length < folded.Length)
        {
            yield return ConsonantsOf(KeyOf(bare));
        }

        foreach (var full in GivenNames.FullFormsOf(folded))
        {
            yield return ConsonantsOf(KeyOf(full));
        }
    }

    private static string ConsonantsOf(string key)
    {
        var bones = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (!IsVowel(key[i]))
            {
                bones.Append(key[i]);
            }
            else if (i == 0)
            {
                bones.Append('a');
            }
        }

        return bones.ToString();
    }

    /// <summary>The word without a joined Arabic article: "al-khatib" and, where the rest looks Arabic, "alkhatib" → "khatib".</summary>
    public static string WithoutArticle(string folded)
    {
        foreach (var article in _articles)
        {
            // The sun letters take the article's l along: as-Sadr, ash-Sharaa.
            if (folded.Length > article.Length + 2 && folded.StartsWith(article, StringComparison.Ordinal)
                && (article[1] == 'l' || folded[article.Length] == article[1]))
            {
                return folded[article.Length..];
            }
        }

        return HasJoinedArticle(folded) ? folded[2..] : folded;
    }

    // "alkhatib", "elbaradei"; not "albright", "alvarez": Arabic has neither p nor v nor such clusters.
    private static bool HasJoinedArticle(string folded)
    {
        if (folded.Length <= 5 || folded[1] != 'l' || folded[0] is not ('a' or 'e') || IsVowel(folded[2]) && folded[2] != 'a' || GivenNames.Contains(folded))
        {
            return false;
        }

        var rest = folded.AsSpan(2);
        return LooksArabic(folded[2..])
            || (rest.Length >= 5 && rest.IndexOfAny("pvx") < 0 && !rest.Contains("ght", StringComparison.Ordinal) && !rest.Contains("ck", StringComparison.Ordinal)
                && !rest.Contains("ch", StringComparison.Ordinal) && !rest.EndsWith("son") && !rest.EndsWith("man") && !rest.EndsWith("ton"));
    }

    /// <summary>Whether the letters or the list of given names say that the word comes from Arabic.</summary>
    public static bool LooksArabic(string folded) =>
        folded.Contains("kh", StringComparison.Ordinal) || folded.Contains('q')
        || (folded.IndexOf("gh", StringComparison.Ordinal) is var gh && gh >= 0 && gh + 2 < folded.Length && folded[gh + 2] != 't')
        || folded.Contains("dh", StringComparison.Ordinal) || GivenNames.IsFrom(folded, "ar") || _listed.ContainsKey(RuleKey(folded));

    private static bool AgreeWithoutArticle(string left, string right)
    {
        var mine = WithoutArticle(left);
        var others = WithoutArticle(right);
        return (mine.Length < left.Length || others.Length < right.Length) && Agree(mine, others);
    }

    // e stands for a and i in transliterations of Arabic, o for u; nothing else gives way.
    private static bool VowelsGiveWay(string left, string right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var (a, b) = left[i] < right[i] ? (left[i], right[i]) : (right[i], left[i]);
            if (a != b && (a, b) is not (('a', 'e') or ('e', 'i') or ('o', 'u')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string RuleKey(string folded)
    {
        var word = folded.Replace("-", "", StringComparison.Ordinal);
        if (word.Length < 4)
        {
            return word;
        }

        foreach (var (from, to) in _endings)
        {
            if (word.EndsWith(from, StringComparison.Ordinal))
            {
                word = string.Concat(word.AsSpan(0, word.Length - from.Length), to);
                break;
            }
        }

        foreach (var (from, to) in _inside)
        {
            word = word.Replace(from, to, StringComparison.Ordinal);
        }

        return Smooth(word);
    }

    // Doubled letters once; ue, oe, ae between consonants for the umlaut; w as v unless it stands between vowels (Rowe is not Rove).
    private static string Smooth(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var before = i > 0 ? word[i - 1] : '\0';
            if (letter == next && (letter != 'e' || word.Length < 5))
            {
                continue;
            }

            if (letter == 'e' && next == 'e')
            {
                key.Append('i');
                i++;
            }
            else if (letter == 'e' && before is 'a' or 'o' or 'u' && IsUmlaut(word, i))
            {
                continue;
            }
            else
            {
                key.Append(letter == 'w' && !(IsVowel(before) && IsVowel(next)) ? 'v' : letter);
            }
        }

        return key.ToString();
    }

    private static bool IsUmlaut(string word, int e) =>
        e >= 2 && e + 2 < word.Length && !IsVowel(word[e - 2]) && !IsVowel(word[e + 1]) && (word[e + 1] != 'l' || word[e + 2] == 'l');

    private static Dictionary<string, string> Load()
    {
        var listed = new Dictionary<string, string>();
        foreach (var line in WordLists.Lines("name-spellings.txt"))
        {
            var keys = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => RuleKey(Folding.Fold(word))).ToArray();
            var first = keys.Select(key => listed.GetValueOrDefault(key)).FirstOrDefault(key => key is not null) ?? keys[0];
            foreach (var key in keys)
            {
                listed.TryAdd(key, first);
            }
        }

        return listed;
    }
}
