using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>The sentence where nothing answers: what was looked for, and in how much.</summary>
internal static class NothingText
{
    /// <summary>"No denial by Michel Platini in the archive (9 stories from 28 December 2012 to 4 June 2015)."</summary>
    public static string Of(Question question, IReadOnlyList<FoundSpeakers> speakers, ArchiveExtent extent, Scope scope)
    {
        var where = $"{(question.Weekday is { } weekday ? $"on a {weekday} " : "")}{Time(scope.Filter)}{(scope.StoryId is null ? Extent(extent) : "in this story")}";
        var about = question.Topic.Count > 0 ? $" on “{question.TopicAsTyped}”" : "";
        if (speakers.FirstOrDefault(s => !s.IsKnown) is { } unknown)
        {
            return $"Nothing by “{unknown.Asked}” {where}.";
        }

        var by = speakers.Count > 0 ? $" {(question.Form == QuestionForm.WhoIs ? "of" : "by")} {AnswerText.Wanted(speakers)}" : "";
        return $"{AnswerText.Preface(speakers)}{What(question)}{by}{about} {where}.";
    }

    private static string What(Question question)
    {
        if (question.Form == QuestionForm.WhoIs)
        {
            return "No description";
        }

        var told = question.Form switch
        {
            QuestionForm.Where => "No place told",
            QuestionForm.Why => "No reason told",
            QuestionForm.HowMany => "No number told",
            QuestionForm.Condition => "No condition told",
            _ => question.WantsAnyAct ? "Nothing said" : null,
        };
        if (told is not null)
        {
            return told;
        }

        return question.Act!.Breadth == ActBreadth.Own || AnswerText.Noun(question) == "statement" ? $"No statement with “{question.Verb}”" : $"No {AnswerText.Noun(question)}";
    }

    private static string Time(StatementFilter filter) => (filter.Since, filter.Until) switch
    {
        ({ } since, { } until) when since.AddDays(1) == until => $"of {Day(since)} ",
        ({ } since, { } until) => $"from {Day(since)} to {Day(until.AddTicks(-1))} ",
        ({ } since, null) => $"since {Day(since)} ",
        (null, { } until) => $"before {Day(until)} ",
        _ => "",
    };

    private static string Extent(ArchiveExtent extent)
    {
        if (extent.Stories == 0 || extent.From is not { } from || extent.To is not { } to)
        {
            return "in the archive, which is empty";
        }

        var days = Day(from) == Day(to) ? $"of {Day(from)}" : $"from {Day(from)} to {Day(to)}";
        return $"in the archive ({(extent.Stories == 1 ? "1 story" : $"{extent.Stories:N0} stories")} {days})";
    }

    private static string Day(DateTimeOffset time) => time.ToString("d MMMM yyyy");
}
