using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Makes an answer of the statements that answer.</summary>
internal static class ToldAnswer
{
    /// <summary>The best five with the sentence over them, and what follows; of several speakers as many of each as there are.</summary>
    /// <param name="chosen">One content once, best first.</param>
    /// <param name="right">How many there were before that.</param>
    public static Answer Of(Question asked, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> chosen, int right)
    {
        IReadOnlyList<FoundSpeakers> silent = [];
        if (speakers.Count > 1)
        {
            (chosen, silent) = InTurn(speakers, chosen);
        }

        AnswerLine[] lines = [.. chosen.Take(Selection.MostPaged).Select(AnswerLines.Of)];
        var shown = lines[..Math.Min(Selection.Most, lines.Length)];
        // Stories spell a name differently: each speaker is told once.
        string[] tellers = [.. chosen.Take(Selection.Most).DistinctBy(s => s.Statement.SpeakerId?.ToString() ?? s.Statement.Speaker).Select(s => AnswerLines.Speaker(s.Statement))];
        var subject = asked.Form == QuestionForm.Who ? AnswerText.WhoSays(tellers) : speakers is [{ PeopleWords: not null }] && tellers.Length == 1 ? AnswerText.Through(speakers) + tellers[0] : AnswerText.Subject([.. speakers.Except(silent)]);
        return new Answer
        {
            Answered = true,
            Text = $"{AnswerText.Over(asked, subject, shown, right > Selection.MostCompared ? int.MaxValue : chosen.Count)}{AnswerText.Silent(silent)}",
            Lines = shown,
            More = lines[shown.Length..],
        };
    }

    /// <summary>A yes, a no, or what is said on the matter; null where not even that is to the point.</summary>
    public static Answer? Judge(Question asked, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> chosen)
    {
        var verdicts = chosen.ToLookup(c => Verdicts.Of(asked, c.Statement));
        var verdict = verdicts.Contains(Verdict.Yes) == verdicts.Contains(Verdict.No) ? Verdict.Open : verdicts.Contains(Verdict.Yes) ? Verdict.Yes : Verdict.No;
        if (verdict == Verdict.Open && asked.Topic.Count == 0 && !asked.WantsAnyAct)
        {
            return null;
        }

        AnswerLine[] lines = [.. (verdict == Verdict.Open ? chosen : verdicts[verdict]).Take(Selection.MostPaged).Select(AnswerLines.Of)];
        var shown = Math.Min(Selection.Most, lines.Length);
        return new Answer { Answered = true, Text = AnswerText.Of(verdict, speakers, lines[0]), Lines = lines[..shown], More = lines[shown..] };
    }

    /// <summary>The speakers' lines by turns, and who of them has none.</summary>
    private static (IReadOnlyList<RankedStatement> Chosen, IReadOnlyList<FoundSpeakers> Silent) InTurn(IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> chosen)
    {
        var groups = speakers.Count(s => s.PeopleWords is not null);
        FoundSpeakers? Whose(StoredStatement statement) =>
            speakers.FirstOrDefault(s => s.Speakers.Any(p => p.Id == statement.SpeakerId)) ?? (groups == 1 ? speakers.First(s => s.PeopleWords is not null) : null);
        var sides = chosen.ToLookup(c => Whose(c.Statement));
        var inTurn = sides.SelectMany(side => side.Select((said, place) => (said, place))).OrderBy(s => s.place).Select(s => s.said);
        return ([.. inTurn], groups > 1 ? [] : [.. speakers.Where(s => !sides.Contains(s))]);
    }
}
