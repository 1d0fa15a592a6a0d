using System.Collections.Frozen;

namespace DigestBot.Attribution;

/// <summary>Family names whose place tells how the rest of a name is built.</summary>
internal static class Surnames
{
    private static readonly FrozenSet<string> _eastAsian = Load("east-asian-surnames.txt");
    private static readonly FrozenSet<string> _spanish = Load("spanish-surnames.txt");

    private static readonly string[] _onsets =
        ["", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w", "kw", "hw", "ts", "kk", "v", "ph", "th", "ng", "nh", "tr", "kh"];

    private static readonly FrozenSet<string> _rimes = new[]
    {
        "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao", "ie", "in", "ing", "iong", "iu", "o",
        "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo", "ae", "ak", "am", "at", "ee", "eo", "eok", "eol", "eon", "eong",
        "eul", "eun", "euk", "eui", "im", "il", "ik", "ok", "ol", "om", "on", "oo", "ook", "oon", "uk", "ul", "um", "ung", "wa", "wan", "weon",
        "won", "ya", "yang", "ye", "yeo", "yeol", "yeon", "yeong", "yo", "yong", "yu", "yuk", "yul", "yun", "yung", "yoo", "yoon", "young", "youn",
        "oi", "oeng", "uong", "ien", "iem", "ieu", "uc", "oc", "uyen", "uy", "uynh", "anh", "inh", "uu", "oan", "oai", "oang", "ap", "aek", "eob", "eop",
        "eom", "eung", "ull", "yuk", "eh", "ih", "uh", "oe", "ew", "iew", "ow",
    }.ToFrozenSet();

    /// <summary>Whether the word is a Chinese, Korean or Vietnamese family name.</summary>
    public static bool IsEastAsian(string folded) => _eastAsian.Contains(folded);

    /// <summary>Whether the word is a Spanish or Portuguese family name that often stands first of two.</summary>
    public static bool IsSpanish(string folded) => _spanish.Contains(folded);

    /// <summary>Whether the word is one to three syllables of romanised Chinese, Korean or Vietnamese: "jinping", "jong-un", "suk".</summary>
    public static bool AreSyllables(ReadOnlySpan<char> folded)
    {
        var hyphen = folded.IndexOf('-');
        return hyphen < 0 ? AreSyllables(folded, 3) : AreSyllables(folded[..hyphen], 1) && AreSyllables(folded[(hyphen + 1)..], 1);
    }

    private static bool AreSyllables(ReadOnlySpan<char> rest, int most)
    {
        if (rest.IsEmpty || most == 0)
        {
            return rest.IsEmpty && most < 3;
        }

        var rimes = _rimes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var onset in _onsets)
        {
            if (!rest.StartsWith(onset))
            {
                continue;
            }

            var tail = rest[onset.Length..];
            for (var length = Math.Min(5, tail.Length); length > 0; length--)
            {
                if (rimes.Contains(tail[..length]) && AreSyllables(tail[length..], most - 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static FrozenSet<string> Load(string list) =>
        WordLists.Lines(list).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)).Select(word => Folding.Fold(word)).ToFrozenSet();
}
