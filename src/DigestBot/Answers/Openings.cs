namespace DigestBot.Answers;

/// <summary>How questions begin: what is only politeness, and the words that say what sort of thing is asked for.</summary>
internal static class Openings
{
    private static readonly string[][] _polite =
    [
        ["please"], ["hi"], ["hello"], ["hey"], ["ok"], ["so"], ["and"], ["but"], ["can", "you", "tell", "me"], ["could", "you", "tell", "me"],
        ["tell", "me"], ["do", "you", "know"], ["does", "anyone", "know"], ["i", "want", "to", "know"], ["i", "would", "like", "to", "know"],
        ["show", "me"], ["give", "me"], ["list"], ["summarise"], ["summarize"], ["summary", "of"], ["give", "me", "a", "summary", "of"], ["find"], ["search", "for"], ["is", "it", "true", "that"], ["remind", "me"], ["tell", "me", "about"],
        ["what", "can", "you", "tell", "me", "about"], ["what", "do", "you", "know", "about"], ["what", "do", "you", "have", "on"], ["what", "do", "you", "have", "about"], ["what", "about"], ["how", "about"],
        ["anything", "about"], ["anything", "on"], ["everything", "about"], ["everything", "on"], ["compare"], ["difference", "between"], ["differences", "between"],
        ["what", "is", "the", "difference", "between"], ["what", "'s", "the", "difference", "between"], ["what", "are", "the", "differences", "between"],
    ];

    private static readonly HashSet<string> _greetings = ["hi", "hello", "hey", "help", "thanks", "thank", "good", "morning", "evening", "day", "bye", "please", "ok", "there"];

    // Words that only lead up to the question, behind a greeting or beside the asker or the one asked.
    private static readonly HashSet<string> _greeted = [.. _greetings, "sorry", "hiya", "dear", "excuse", "quick", "just"];
    private static readonly HashSet<string> _two = ["i", "me", "you", "we", "us", "my", "your", "i'm", "i've"];
    private static readonly HashSet<string> _asking = ["what", "who", "whom", "when", "where", "why", "how", "which", "whether", "if", "whose", "did", "does", "has"];

    private static readonly (string[] Words, QuestionForm Form)[] _forms =
    [
        .. Of(QuestionForm.News, "what is new", "what 's new", "whats new", "what is the latest", "what 's the latest", "whats the latest", "any news", "latest news", "the latest", "latest", "news",
            "anything new", "what is happening", "what 's happening", "what has happened", "what happened", "what is going on", "what 's going on"),
        .. Of(QuestionForm.Condition, "under what condition", "under what conditions", "under which condition", "under which conditions", "on what condition", "on what conditions", "on which condition",
            "on which conditions", "under what circumstances", "under which circumstances", "on what terms", "on which terms", "under what terms"),
        .. Of(QuestionForm.HowMany, "how many", "how much", "by how much", "by how many", "what number of", "how often", "how old", "how far", "how big"),
        .. Of(QuestionForm.Where, "where", "wheres", "in what country", "in which country", "in what city", "in which city", "in what place", "in which place", "what place"),
        .. Of(QuestionForm.When, "when", "on what day", "on which day", "what day", "on what date", "on which date", "what date", "what time", "at what time", "since when", "until when", "how long ago"),
        .. Of(QuestionForm.HowMany, "how long"),
        .. Of(QuestionForm.Why, "why", "for what reason", "for which reason", "how come", "what reason"),
        .. Of(QuestionForm.Who, "who else", "who", "whos", "whom", "to whom", "which people", "which person", "anyone who", "anybody who", "people who", "those who", "what people"),
        .. Of(QuestionForm.YesNo, "whether", "if"),
        .. Of(QuestionForm.How, "how"),
        .. Of(QuestionForm.What, "what else", "what", "whats", "wat", "which", "about what", "on what", "to what", "in what"),
    ];

    /// <summary>Every word of every opening.</summary>
    public static IEnumerable<string> Words => _polite.Concat(_forms.Select(f => f.Words)).SelectMany(w => w);

    /// <summary>The words that may follow an opening's first: "many" and "much" behind "how".</summary>
    public static IEnumerable<string> Seconds(string first) => _polite.Concat(_forms.Select(f => f.Words)).Where(w => w.Length > 1 && w[0] == first && w[1] != "'s").Select(w => w[1]).Distinct();

    /// <summary>Takes politeness off the front.</summary>
    public static void SkipPoliteness(List<QuestionToken> tokens)
    {
        if (tokens.TrueForAll(t => _greetings.Contains(t.Lower)))
        {
            tokens.Clear();
        }

        SkipLead(tokens);
        while (_polite.Where(p => p.Length < tokens.Count && Begins(tokens, p)).MaxBy(p => p.Length) is { } polite)
        {
            tokens.RemoveRange(0, polite.Length);
        }
    }

    /// <summary>"Sorry to bother you, but", "I was wondering", "would you mind telling me": what leads up to a question word, where it speaks of the two who talk or greets.</summary>
    private static void SkipLead(List<QuestionToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Quotation == 0 && _asking.Contains(t.Lower));
        if (at <= 0 || at + 1 >= tokens.Count || tokens.Take(at).Skip(1).Any(t => t.IsCapital && t.Lower != "i"))
        {
            return;
        }

        if (_greeted.Contains(tokens[0].Lower) || tokens.Take(at).Any(t => _two.Contains(t.Lower)))
        {
            tokens.RemoveRange(0, at);
        }

        // "who was it that called": the one who called.
        if (tokens.Count > 4 && Auxiliaries.IsBeing(tokens[1].Lower) && tokens[2].Lower == "it" && tokens[3].Lower == "that")
        {
            tokens.RemoveRange(1, 3);
        }
    }

    /// <summary>Takes the opening off and says what sort of thing is asked for.</summary>
    public static QuestionForm Take(List<QuestionToken> tokens)
    {
        foreach ((var words, var form) in _forms)
        {
            if (!Begins(tokens, words))
            {
                continue;
            }

            tokens.RemoveRange(0, words.Length);
            return form;
        }
        return tokens.Count > 1 && Auxiliaries.Is(tokens[0].Lower) ? QuestionForm.YesNo : QuestionForm.Words;
    }

    private static IEnumerable<(string[] Words, QuestionForm Form)> Of(QuestionForm form, params string[] openings) => openings.Select(o => (o.Split(' '), form));

    private static bool Begins(List<QuestionToken> tokens, string[] words)
    {
        if (tokens.Count < words.Length)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[i].Lower != words[i])
            {
                return false;
            }
        }
        return true;
    }
}
