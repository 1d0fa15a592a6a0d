using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Puts together what is asked: the words, the options, and the question before.</summary>
internal static class AskedQuestion
{
    /// <summary>The whole question.</summary>
    public static Question Of(string text, AskOptions options, DateTimeOffset now)
    {
        // Each leans on the one before it: "what did Khatib demand?", "and Lavrov?", "when?".
        var question = options.Previous.Append(text).Select(q => QuestionParser.Parse(q, now))
            .Aggregate((before, next) => FollowUp.Complete(next, before));
        if (options.Speaker is { } speaker)
        {
            question = question with { Speakers = [AskedNames.Typed(speaker)] };
        }

        if (options.About is { } about)
        {
            question = question with { About = about, Topic = [.. question.Topic.Concat(TopicWords.Of(QuestionTokens.Read(about))).Distinct(StringComparer.Ordinal)] };
        }

        return question;
    }

    /// <summary>What one speaker says, on a matter or on any.</summary>
    public static Question Of(string speaker, string? about)
    {
        speaker = AskedNames.Typed(speaker);
        var matter = QuestionTokens.Read(about ?? "");
        return new Question { Text = $"{speaker} {about}", Form = QuestionForm.What, Speakers = [speaker], Topic = TopicWords.Of(matter), Indispensable = TopicWords.Indispensable(matter) };
    }

    /// <summary>Where it is to be looked for.</summary>
    public static Scope Scope(string workspace, Question question, AskOptions options) => new(workspace, new StatementFilter
    {
        StoryId = options.StoryId,
        Outlet = options.Outlet ?? question.Outlet,
        Since = Later(question.Since, options.Since),
        Until = Earlier(question.Until, options.Until),
    });

    private static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) => left is null || right > left ? right ?? left : left;

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;
}
