namespace DigestBot.Answers;

/// <summary>Ways of asking the same with other words, put as the parser reads them: "who is against the bridge" asks who opposes it.</summary>
internal static class Rewordings
{
    private static readonly (string[] Asked, string Instead)[] _sides =
    [
        (["against"], "oppose"), (["in", "favour", "of"], "support"), (["in", "favor", "of"], "support"), (["behind"], "support"), (["for"], "support"),
    ];

    /// <summary>"Compare Carver with Lind" and "how does Carver differ from Lind" ask for Carver and Lind; in place, before anything is taken off.</summary>
    public static void PutSideBySide(List<QuestionToken> tokens)
    {
        var compare = tokens.FindIndex(0, Math.Min(5, tokens.Count), t => t.Lower == "compare");
        var joint = tokens.FindIndex(compare + 1, t => t.Lower is "with" or "to" or "and");
        if (compare >= 0 && joint > compare + 1)
        {
            tokens[joint] = Word("and");
        }

        var differ = tokens.FindIndex(t => t.Lower is "differ" or "differs");
        if (differ < 3 || differ + 2 >= tokens.Count || tokens[differ + 1].Lower != "from" || tokens[0].Lower != "how")
        {
            return;
        }

        tokens.RemoveRange(differ, 2);
        tokens.Insert(differ, Word("and"));
        tokens.RemoveRange(0, 2);
    }

    /// <summary>Puts them plainly, in place; the form's opening has been taken off.</summary>
    public static void Apply(List<QuestionToken> tokens, QuestionForm form)
    {
        if (tokens.Count < 3 || !Auxiliaries.IsBeing(tokens[0].Lower))
        {
            return;
        }

        if (form == QuestionForm.Who)
        {
            SideOfWho(tokens);
        }
        else if (form == QuestionForm.YesNo && tokens[1].Lower != "there")
        {
            SideOfOne(tokens);
        }
    }

    /// <summary>"[who] is against the bridge".</summary>
    private static void SideOfWho(List<QuestionToken> tokens)
    {
        foreach ((var asked, var instead) in _sides)
        {
            if (!IsAt(tokens, 1, asked))
            {
                continue;
            }

            tokens.RemoveRange(0, 1 + asked.Length);
            tokens.Insert(0, Word($"{instead}s"));
            return;
        }
    }

    /// <summary>"is Prado against the bridge"; "for" is left alone, it stands for too much.</summary>
    private static void SideOfOne(List<QuestionToken> tokens)
    {
        foreach ((var asked, var instead) in _sides.SkipLast(1))
        {
            var at = Enumerable.Range(2, tokens.Count - 2).FirstOrDefault(i => IsAt(tokens, i, asked));
            if (at == 0)
            {
                continue;
            }

            tokens.RemoveRange(at, asked.Length);
            tokens.Insert(at, Word(instead));
            tokens[0] = Word("does");
            return;
        }
    }

    private static bool IsAt(List<QuestionToken> tokens, int at, string[] words) =>
        at + words.Length < tokens.Count && Enumerable.Range(0, words.Length).All(i => tokens[at + i].Lower == words[i]);

    private static QuestionToken Word(string text) => new(text, text, 0);
}
