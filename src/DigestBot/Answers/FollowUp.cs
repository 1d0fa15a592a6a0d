namespace DigestBot.Answers;

/// <summary>Questions that lean on the one before: "and Lavrov?", "when?", "what did he say about talks?".</summary>
internal static class FollowUp
{
    /// <summary>Whether a question asks the same after any other: it takes nothing over.</summary>
    public static bool StandsAlone(string text, DateTimeOffset now) => StandsAlone(QuestionParser.Parse(text, now));

    private static bool StandsAlone(Question question) => question.Speakers.Count > 0 || (question.Act is not null && !question.HasPronounSubject);

    /// <summary>The question with what it takes over from the one before.</summary>
    public static Question Complete(Question question, Question previous)
    {
        if (StandsAlone(question))
        {
            return question;
        }

        if (question.HasPronounSubject)
        {
            return question with { Speakers = previous.Speakers };
        }

        var isBare = question.Topic.Count == 0;
        List<QuestionToken> words = [.. QuestionTokens.Read(question.Text).SkipWhile(t => t.Lower is "and" or "but" or "so")];
        var isElse = isBare && previous.Speakers.Count > 0 && words is [_, { Lower: "else" }];
        return question.Form switch
        {
            // "who else?" asks for everybody but the one asked for before, "what else?" for all that this one says.
            QuestionForm.Who when isElse => previous with { Text = question.Text, Form = QuestionForm.Who, Speakers = [], NotBy = previous.Speakers },
            QuestionForm.What when isElse => AskedQuestion.Of(previous.Speakers[0], null) with { Text = question.Text, Speakers = previous.Speakers },
            // "and about Assad?"
            QuestionForm.Words when !isBare && previous.Speakers.Count > 0 && words[0].Lower is "about" or "on" or "regarding" =>
                previous with { Text = question.Text, Topic = question.Topic, Indispensable = question.Indispensable },
            // "and Lavrov?"
            QuestionForm.Words when !isBare && previous.Speakers.Count > 0 && question.Topic.Count <= 3 => previous with { Text = question.Text, Speakers = [string.Join(' ', Capitals(question))] },
            // "when?"
            QuestionForm.When or QuestionForm.Where or QuestionForm.Why or QuestionForm.HowMany or QuestionForm.Condition or QuestionForm.Who when isBare =>
                previous with { Text = question.Text, Form = question.Form },
            // "and yesterday?"
            QuestionForm.Words when isBare && ((question.Since ?? question.Until) is not null || question.Weekday is not null) => previous with { Text = question.Text, Since = question.Since, Until = question.Until, Weekday = question.Weekday },
            _ => question,
        };
    }

    private static IEnumerable<string> Capitals(Question question) => QuestionTokens.Read(question.Text).Where(t => question.Topic.Contains(t.Lower)).Select(t => t.Text);
}
