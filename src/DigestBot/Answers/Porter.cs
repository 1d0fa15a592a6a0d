namespace DigestBot.Answers;

/// <summary>
/// Porter's stemmer (An algorithm for suffix stripping, Program 14(3), 1980), the one that full-text search uses: what matches there
/// matches here.
/// </summary>
internal static class Porter
{
    // A question stems the words of some hundred statements, and they are mostly the same few thousand. A slot is written whole, so threads need no lock.
    private static readonly Stemmed?[] _recent = new Stemmed?[16_384];

    private const int Longest = 40;

    private static readonly (string Ending, string Instead)[] _second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
        ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Ending, string Instead)[] _third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] _fourth =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <summary>The stem of a word in lower case; words that are not of letters a to z are left as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3 || word.Length > Longest || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        ref var known = ref _recent[word.GetHashCode(StringComparison.Ordinal) & (_recent.Length - 1)];
        var there = known;
        if (there is null || there.Word != word)
        {
            known = there = new Stemmed(word, StemOf(word));
        }

        return there.Stem;
    }

    private static string StemOf(string word)
    {
        word = Plural(word);
        word = Past(word);
        if (word[^1] == 'y' && HasVowel(word[..^1]))
        {
            word = $"{word[..^1]}i";
        }

        word = Replace(word, _second);
        word = Replace(word, _third);
        word = Drop(word);
        return Final(word);
    }

    private static string Plural(string word) => word switch
    {
        _ when Ends(word, "sses") || Ends(word, "ies") => word[..^2],
        _ when Ends(word, "s") && !Ends(word, "ss") => word[..^1],
        _ => word,
    };

    private static string Past(string word)
    {
        if (Ends(word, "eed"))
        {
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        }

        var stem = Ends(word, "ed") ? word[..^2] : Ends(word, "ing") ? word[..^3] : null;
        if (stem is null || !HasVowel(stem))
        {
            return word;
        }

        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz"))
        {
            return $"{stem}e";
        }

        if (IsDouble(stem) && stem[^1] is not ('l' or 's' or 'z'))
        {
            return stem[..^1];
        }

        return Measure(stem) == 1 && IsShort(stem) ? $"{stem}e" : stem;
    }

    private static string Replace(string word, (string Ending, string Instead)[] table)
    {
        foreach ((var ending, var instead) in table.OrderByDescending(r => r.Ending.Length))
        {
            if (Ends(word, ending))
            {
                return Measure(word[..^ending.Length]) > 0 ? word[..^ending.Length] + instead : word;
            }
        }
        return word;
    }

    private static string Drop(string word)
    {
        foreach (var ending in _fourth.OrderByDescending(e => e.Length))
        {
            if (!Ends(word, ending))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            return Measure(stem) > 1 && (ending != "ion" || stem[^1] is 's' or 't') ? stem : word;
        }
        return word;
    }

    private static string Final(string word)
    {
        if (word[^1] == 'e' && Measure(word[..^1]) is var m && (m > 1 || (m == 1 && !IsShort(word[..^1]))))
        {
            word = word[..^1];
        }

        return word[^1] == 'l' && IsDouble(word) && Measure(word) > 1 ? word[..^1] : word;
    }

    private static bool Ends(string word, string ending) => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsConsonant(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(word, at - 1),
        _ => true,
    };

    /// <summary>How often a consonant follows a vowel.</summary>
    private static int Measure(string stem)
    {
        var count = 0;
        for (var at = 1; at < stem.Length; at++)
        {
            count += IsConsonant(stem, at) && !IsConsonant(stem, at - 1) ? 1 : 0;
        }

        return count;
    }

    private static bool HasVowel(string stem) => Enumerable.Range(0, stem.Length).Any(at => !IsConsonant(stem, at));

    private static bool IsDouble(string stem) => stem.Length > 1 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1);

    /// <summary>Ends in consonant, vowel, consonant, of which the last is not w, x or y.</summary>
    private static bool IsShort(string stem) =>
        stem.Length > 2 && IsConsonant(stem, stem.Length - 1) && !IsConsonant(stem, stem.Length - 2) && IsConsonant(stem, stem.Length - 3) && stem[^1] is not ('w' or 'x' or 'y');

    private sealed record Stemmed(string Word, string Stem);
}
