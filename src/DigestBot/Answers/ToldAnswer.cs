using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Makes an answer of the statements that answer.</summary>
internal static class ToldAnswer
{
    private const double MostOfMatter = 0.6;
    private const int FewWords = 2;

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
        var isOfOne = speakers.Count == 0 && tellers.Length == 1 && chosen.All(s => s.Statement.SpeakerId == chosen[0].Statement.SpeakerId && s.Statement.SpeakerId is not null);
        var subject = asked.Form == QuestionForm.Who || isOfOne ? AnswerText.WhoSays([.. tellers.Select(Teller)]) : speakers is [{ PeopleWords: not null }] && tellers.Length == 1 ? AnswerText.Through(speakers) + tellers[0] : AnswerText.Subject([.. speakers.Except(silent)]);
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
        var verdicts = chosen.ToLookup(c => IsOnAll(asked, c) ? Verdicts.Of(asked, c.Statement) : Verdict.Open);
        var verdict = verdicts.Contains(Verdict.Yes) == verdicts.Contains(Verdict.No) ? Verdict.Open : verdicts.Contains(Verdict.Yes) ? Verdict.Yes : Verdict.No;
        if (verdict == Verdict.Open && asked.Topic.Count == 0 && !asked.WantsAnyAct)
        {
            return null;
        }

        if (verdict == Verdict.Open)
        {
            // What is said on the matter has words of it: a headline that does is not enough.
            chosen = [.. chosen.Where(c => CoverageOf(asked.Topic, c.Statement) >= MostOfMatter)];
            if (chosen.Count == 0)
            {
                return null;
            }
        }

        AnswerLine[] lines = [.. (verdict == Verdict.Open ? chosen : verdicts[verdict]).Take(Selection.MostPaged).Select(AnswerLines.Of)];
        var shown = Math.Min(Selection.Most, lines.Length);
        return new Answer { Answered = true, Text = AnswerText.Of(verdict, speakers, lines[0]), Lines = lines[..shown], More = lines[shown..] };
    }

    /// <summary>Whether what is done stands there, beside the names: who wants Blatter to leave has not said whether he is to apologise.</summary>
    private static bool IsOnAll(Question asked, RankedStatement ranked)
    {
        string[] doing = [.. asked.Topic.Where(w => !asked.Indispensable.Contains(w))];
        // With two words one may stand beside the statement; but who is asked to have said a thing has to have said both: that Assad would stay is not that he would go.
        return CoverageOf(doing, ranked.Statement) >= (doing.Length > FewWords ? MostOfMatter : ranked.IsNearAllWords && !asked.WantsAnyAct ? 0.5 : 1);
    }

    private static double CoverageOf(IReadOnlyList<string> words, StoredStatement statement) =>
        new Topic(words).CoverageOf($"{statement.Content} {statement.About} {statement.Addressee} {statement.Speaker}");

    // A pronoun that the story leaves open is nobody's name.
    private static string Teller(string name) => Auxiliaries.IsPronoun(name.ToLowerInvariant()) ? "Somebody" : name == "somebody" ? "Somebody" : name;

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
