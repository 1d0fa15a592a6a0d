using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Finds the nearest there is where nothing answers: the speaker on other matters, or others on this matter.</summary>
internal sealed class Nearest(Store store)
{
    private const int Most = 3;

    // More than are shown, so that what is told twice can fall away.
    private const int MostLookedAt = 30;

    /// <summary>At most three lines.</summary>
    public async Task<IReadOnlyList<AnswerLine>> FindAsync(Scope scope, Question question, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        // The same at another time or in another outlet is near too.
        scope = scope with { Filter = new StatementFilter { StoryId = scope.StoryId, Limit = MostLookedAt } };
        Topic topic = new(question.Topic);
        StatementFinder finder = new(store);
        var any = question with { Act = null, Form = QuestionForm.What };
        FoundStatements found = new([], HaveAllWords: false);
        if (speakers.Any(s => s.IsKnown))
        {
            if (!topic.IsEmpty)
            {
                found = await finder.FindAsync(scope, any, topic, speakers, cancel);
            }

            if (found.Statements.Count == 0)
            {
                found = await finder.FindAsync(scope, any, new Topic([]), speakers, cancel);
            }
        }
        else if (question.Speakers.Count > 0)
        {
            found = await finder.FindAsync(scope, any, new Topic([.. question.Speakers.SelectMany(TextWords.Of)]), null, cancel);
        }
        if (found.Statements.Count == 0 && !topic.IsEmpty)
        {
            found = await finder.FindAsync(scope, any, topic, null, cancel);
        }
        // Of one who is not in the archive nothing is near but what others say, newest first.
        if (found.Statements.Count == 0 && question.Speakers.Count > 0)
        {
            found = await finder.FindAsync(scope, any, new Topic([]), null, cancel);
        }

        return [.. SameContent.Join(Ranking.Rank(any, topic, found).Take(20)).Take(Most).Select(AnswerLines.Of)];
    }
}
