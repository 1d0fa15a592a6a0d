namespace DigestBot.Answers;

/// <summary>Reads a question: what sort of thing is asked for, whose statements, which act, about what, and when. One pass, by tables.</summary>
internal static class QuestionParser
{
    /// <summary>Parses any text; one that asks for nothing gives an empty question.</summary>
    /// <param name="now">The asker's local time, from which "yesterday" counts.</param>
    public static Question Parse(string text, DateTimeOffset now)
    {
        var tokens = QuestionTokens.Read(text);
        Shorthand.Spell(tokens);
        Rewordings.PutSideBySide(tokens);
        Openings.SkipPoliteness(tokens);
        var form = Openings.Take(tokens);
        Rewordings.Apply(tokens, form);
        form = Changes.Apply(tokens, form) ? QuestionForm.What : form;
        var isOverTime = Changes.TakeOverTime(tokens);
        List<QuestionToken> timed = [.. tokens];
        var time = AskedTimes.Take(tokens, now);
        var happening = AskedEvents.Take(tokens);
        (var source, var outlet) = Sources.Take(tokens);
        var besides = Besides.Take(tokens, form);
        var names = TopicWords.Indispensable(tokens);
        var clause = Clauses.Read(tokens, form);
        return new Question
        {
            Text = text,
            Form = clause.Form,
            Speakers = source is null ? AskedNames.Split(clause.Subject) : [source],
            HasPronounSubject = clause.Subject.Any(t => Auxiliaries.IsPronoun(t.Lower)),
            IsToBot = clause.Subject is [{ Lower: "you" }],
            Act = clause.Act,
            Verb = clause.Verb,
            IsByNoun = clause.IsByNoun,
            NotBy = besides,
            Addressee = AskedNames.Addressee(clause.Object),
            Topic = TopicWords.Of(source is null ? clause.Object : clause.Subject.Concat(clause.Object)),
            Named = clause.Form == QuestionForm.Words ? AskedNames.Split(clause.Object) : [],
            Indispensable = names,
            Since = time.Weekday is null ? time.Since : null,
            Until = time.Weekday is null ? time.Until : null,
            Weekday = time.Weekday,
            DayWords = [.. timed.Except(tokens).Select(t => t.Lower).Where(AskedTimes.IsOfDate)],
            Happening = happening,
            IsOverTime = isOverTime || clause.IsOverTime,
            Outlet = outlet,
            IsNegated = clause.IsNegated,
        };
    }
}
