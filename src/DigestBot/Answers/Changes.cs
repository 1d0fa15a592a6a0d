namespace DigestBot.Answers;

/// <summary>Questions after a change of mind, put as what somebody has said over time: "how has Khatib's position on talks changed?".</summary>
internal static class Changes
{
    private static readonly HashSet<string> _verbs = ["change", "changed", "shift", "shifted", "evolve", "evolved", "move", "moved"];
    private static readonly HashSet<string> _nouns = ["mind", "position", "positions", "stance", "view", "views", "opinion", "attitude", "tune", "line", "course", "tone", "policy"];

    /// <summary>Takes "over time" off the end; false where it does not stand there.</summary>
    public static bool TakeOverTime(List<QuestionToken> tokens)
    {
        if (tokens.Count < 3 || tokens[^1].Lower != "time" || tokens[^2].Lower != "over")
        {
            return false;
        }

        tokens.RemoveRange(tokens.Count - 2, 2);
        return true;
    }

    /// <summary>Puts the words so, in place; false where no change is asked for.</summary>
    public static bool Apply(List<QuestionToken> tokens, QuestionForm form)
    {
        if (form is not (QuestionForm.How or QuestionForm.YesNo) || tokens.Count < 4 || !Auxiliaries.Is(tokens[0].Lower))
        {
            return false;
        }

        var change = tokens.FindIndex(1, t => _verbs.Contains(t.Lower));
        var noun = tokens.FindIndex(1, t => _nouns.Contains(t.Lower));
        if (change < 0 || noun < 0)
        {
            return false;
        }

        List<QuestionToken> who = [.. tokens[1..Math.Min(change, noun)].TakeWhile(t => t.Lower is not ("'s" or "his" or "her" or "their" or "its"))];
        var about = tokens.FindIndex(noun, t => t.Lower is "on" or "about" or "over" or "towards" or "toward" or "regarding");
        List<QuestionToken> matter = about < 0 ? [] : [.. tokens[(about + 1)..].Where(t => !_verbs.Contains(t.Lower) && t.Lower != "time")];
        tokens.Clear();
        tokens.Add(Word("has"));
        tokens.AddRange(who);
        tokens.Add(Word("said"));
        if (matter.Count > 0)
        {
            tokens.AddRange([Word("about"), .. matter]);
        }

        return true;
    }

    private static QuestionToken Word(string text) => new(text, text, 0);
}
