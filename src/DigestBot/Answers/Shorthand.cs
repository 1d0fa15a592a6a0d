namespace DigestBot.Answers;

/// <summary>How people type in a chat, put as it is written elsewhere: "whats", "didnt", "u", "pls", CAPITALS throughout.</summary>
internal static class Shorthand
{
    // What apostrophes are left out of, and where they belong.
    private static readonly string[] _withIs = ["what", "who", "where", "when", "why", "how", "that", "there", "here"];
    private static readonly HashSet<string> _withNot = ["did", "does", "do", "has", "have", "had", "is", "are", "was", "were", "would", "could", "should"];

    private static readonly Dictionary<string, string> _short = new(StringComparer.Ordinal)
    {
        ["wat"] = "what", ["wot"] = "what", ["wut"] = "what", ["u"] = "you", ["ur"] = "your", ["r"] = "are", ["y"] = "why", ["abt"] = "about", ["bout"] = "about", ["pls"] = "please", ["plz"] = "please",
        ["plss"] = "please", ["thx"] = "thanks", ["ty"] = "thanks", ["ppl"] = "people", ["sb"] = "somebody", ["tho"] = "though", ["cuz"] = "because", ["gonna"] = "going to", ["wanna"] = "want to",
    };

    private static readonly HashSet<string> _closings = ["please", "thanks", "thank", "you", "cheers", "lol"];

    /// <summary>Puts the words so, in place.</summary>
    public static void Spell(List<QuestionToken> tokens)
    {
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            var words = Words(tokens, at);
            if (words.Length == 0)
            {
                continue;
            }

            var typed = tokens[at];
            tokens.RemoveAt(at);
            tokens.InsertRange(at, words.Select(w => new QuestionToken(w, w, 0) { Start = typed.Start }));
        }
        DropClosing(tokens);
        if (SaysNothingByCapitals(tokens))
        {
            for (var at = 0; at < tokens.Count; at++)
            {
                tokens[at] = tokens[at] with { Text = tokens[at].Text.ToLowerInvariant() };
            }
        }
    }

    private static string[] Words(List<QuestionToken> tokens, int at)
    {
        var word = tokens[at].Lower;
        if (tokens[at].Quotation > 0)
        {
            return [];
        }

        if (_short.TryGetValue(word, out var meant) && (word.Length > 1 || (!tokens[at].IsCapital && tokens.Count > 1)))
        {
            return meant.Split(' ');
        }

        if (word.EndsWith('s') && _withIs.Contains(word[..^1]))
        {
            return [word[..^1], "'s"];
        }

        return word.EndsWith("nt", StringComparison.Ordinal) && _withNot.Contains(word[..^2]) ? [word[..^2], "n't"] : [];
    }

    /// <summary>"please" and "thanks" at the end, behind a question.</summary>
    private static void DropClosing(List<QuestionToken> tokens)
    {
        var last = tokens.FindLastIndex(t => !_closings.Contains(t.Lower));
        if (last > 0 && last + 1 < tokens.Count && tokens[last + 1].Lower != "you")
        {
            tokens.RemoveRange(last + 1, tokens.Count - last - 1);
        }
    }

    /// <summary>Where small words have capitals too, a capital tells nothing of a name.</summary>
    private static bool SaysNothingByCapitals(List<QuestionToken> tokens) =>
        tokens.Count > 2 && tokens.TrueForAll(t => char.IsUpper(t.Text[0]) || !char.IsLetter(t.Text[0]) || t.Lower is "n't" or "'s")
        && tokens.Skip(1).Any(t => t.Quotation == 0 && t.Text.Length > 1 && (Auxiliaries.Is(t.Lower) || TopicWords.IsStop(t.Lower)) && t.Lower[0] != '\'');
}
