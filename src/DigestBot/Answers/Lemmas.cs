namespace DigestBot.Answers;

/// <summary>The base forms that an English word may be a form of; a table, not a tagger, decides which of them is meant.</summary>
internal static class Lemmas
{
    private static readonly Dictionary<string, string> _irregular = new(StringComparer.Ordinal)
    {
        ["said"] = "say", ["told"] = "tell", ["wrote"] = "write", ["written"] = "write", ["thought"] = "think", ["found"] = "find",
        ["felt"] = "feel", ["knew"] = "know", ["known"] = "know", ["held"] = "hold", ["spoke"] = "speak", ["spoken"] = "speak",
        ["swore"] = "swear", ["sworn"] = "swear", ["meant"] = "mean", ["understood"] = "understand", ["shown"] = "show",
        ["sought"] = "seek", ["went"] = "go", ["gone"] = "go", ["goes"] = "go", ["came"] = "come", ["kept"] = "keep", ["took"] = "take",
        ["taken"] = "take", ["made"] = "make", ["gave"] = "give", ["given"] = "give", ["withdrew"] = "withdraw", ["met"] = "meet",
        ["left"] = "leave", ["lost"] = "lose", ["lives"] = "life", ["dying"] = "die", ["died"] = "die", ["dies"] = "die", ["lying"] = "lie", ["lied"] = "lie", ["lies"] = "lie", ["tied"] = "tie", ["children"] = "child", ["men"] = "man", ["women"] = "woman",
        ["people"] = "people", ["pled"] = "plead", ["foresaw"] = "foresee", ["foreseen"] = "foresee", ["fought"] = "fight",
        ["brought"] = "bring", ["bought"] = "buy", ["paid"] = "pay", ["won"] = "win", ["sent"] = "send", ["spent"] = "spend", ["shot"] = "shoot",
        ["chose"] = "choose", ["chosen"] = "choose", ["began"] = "begin", ["begun"] = "begin", ["broke"] = "break", ["broken"] = "break",
        ["fell"] = "fall", ["fallen"] = "fall", ["built"] = "build", ["sold"] = "sell", ["struck"] = "strike", ["stood"] = "stand",
        ["hid"] = "hide", ["hidden"] = "hide", ["rose"] = "rise", ["risen"] = "rise", ["grew"] = "grow", ["grown"] = "grow", ["drew"] = "draw", ["drawn"] = "draw", ["ran"] = "run", ["led"] = "lead",
    };

    /// <summary>The word itself and every base form that its ending allows, the likeliest first; lower case.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (_irregular.TryGetValue(word, out var lemma))
        {
            yield return lemma;
            yield break;
        }
        yield return word;
        foreach ((var ending, var instead) in _endings)
        {
            if (word.Length < ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            foreach (var end in instead)
            {
                yield return stem + end;
            }

            if (ending is "ed" or "ing" && stem[^1] == stem[^2])
            {
                yield return stem[..^1];
            }
        }
    }

    /// <summary>The base form of an irregular word; nothing for a regular one, of which stemming takes care.</summary>
    public static IEnumerable<string> Known(string word) => _irregular.TryGetValue(word, out var lemma) ? [lemma] : [];

    /// <summary>The lemma and its irregular forms.</summary>
    public static IEnumerable<string> IrregularForms(string lemma) => _irregular.Where(i => i.Value == lemma).Select(i => i.Key).Prepend(lemma);

    /// <summary>Every form of a lemma that occurs in news: what a cue is looked for by.</summary>
    public static IEnumerable<string> Forms(string lemma)
    {
        yield return lemma;
        foreach ((var form, var of) in _irregular)
        {
            if (of == lemma)
            {
                yield return form;
            }
        }
        var last = lemma[^1];
        var stem = last == 'e' ? lemma[..^1] : lemma;
        var past = last == 'y' && lemma.Length > 1 && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal) ? $"{lemma[..^1]}i" : stem;
        yield return $"{past}ed";
        yield return $"{stem}ing";
        yield return past != stem || last is 's' or 'x' or 'h' ? $"{past}es" : $"{lemma}s";
        yield return $"{lemma}{last}ed";
        yield return $"{lemma}{last}ing";
    }

    private static readonly (string Ending, string[] Instead)[] _endings =
    [
        ("ies", ["y"]), ("es", ["", "e"]), ("s", [""]), ("ied", ["y"]), ("ed", ["", "e"]), ("ying", ["ie", "y"]), ("ing", ["", "e"]),
    ];
}
