using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Finds the nearest there is where nothing answers: the speaker on other matters, or others on this matter.</summary>
internal sealed class Nearest(Store store)
{
    private const int Most = 3;

    /// <summary>At most three lines.</summary>
    public async Task<IReadOnlyList<AnswerLine>> FindAsync(Scope scope, Question question, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        Topic topic = new(question.Topic);
        StatementFinder finder = new(store);
        Question any = question with { Act = null, Form = QuestionForm.What };
        IReadOnlyCollection<StoredStatement> found = [];
        if (speakers.Any(s => s.IsKnown))
        {
            if (!topic.IsEmpty)
                found = await finder.FindAsync(scope, any, topic, speakers, cancel);
            if (found.Count == 0)
                found = await finder.FindAsync(scope, any, new Topic([]), speakers, cancel);
        }
        else if (question.Speakers.Count > 0)
        {
            found = await finder.FindAsync(scope, any, new Topic([.. question.Speakers.SelectMany(TextWords.Of)]), null, cancel);
        }
        if (found.Count == 0 && !topic.IsEmpty)
            found = await finder.FindAsync(scope, any, topic, null, cancel);
        return [.. SameContent.Join(Ranking.Rank(any, topic, found).Take(50)).Take(Most).Select(AnswerLines.Of)];
    }
}
