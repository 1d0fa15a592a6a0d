namespace DigestBot.Answers;

/// <summary>Ways of asking the same with other words, put as the parser reads them: "who is against the bridge" asks who opposes it.</summary>
internal static class Rewordings
{
    private static readonly (string[] Asked, string Instead)[] Sides =
    [
        (["against"], "oppose"), (["in", "favour", "of"], "support"), (["in", "favor", "of"], "support"), (["behind"], "support"), (["for"], "support"),
    ];

    /// <summary>Puts them plainly, in place; the form's opening has been taken off.</summary>
    public static void Apply(List<QuestionToken> tokens, QuestionForm form)
    {
        if (tokens.Count < 3 || !Auxiliaries.IsBeing(tokens[0].Lower))
            return;
        if (form == QuestionForm.Who)
            SideOfWho(tokens);
        else if (form == QuestionForm.YesNo && tokens[1].Lower != "there")
            SideOfOne(tokens);
    }

    /// <summary>"[who] is against the bridge".</summary>
    private static void SideOfWho(List<QuestionToken> tokens)
    {
        foreach ((string[] asked, string instead) in Sides)
        {
            if (!IsAt(tokens, 1, asked))
                continue;
            tokens.RemoveRange(0, 1 + asked.Length);
            tokens.Insert(0, Word($"{instead}s"));
            return;
        }
    }

    /// <summary>"is Prado against the bridge"; "for" is left alone, it stands for too much.</summary>
    private static void SideOfOne(List<QuestionToken> tokens)
    {
        foreach ((string[] asked, string instead) in Sides.SkipLast(1))
        {
            int at = Enumerable.Range(2, tokens.Count - 2).FirstOrDefault(i => IsAt(tokens, i, asked));
            if (at == 0)
                continue;
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
