using DigestBot.Answers;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>Finds stories by their words, and tells who says what in them.</summary>
internal static class StoryReply
{
    private const int MostStories = 8;
    private const int LinesEach = 2;

    /// <summary>One story with all its lines where only one fits; else the best with a few lines each.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        var asked = PlainText.Cut(command.Text, 60);
        if (await archive.Store.GetStoryAsync(command.Workspace, command.Text, cancel) is { } story)
        {
            return await WholeAsync(archive, command, story.Id, story.Title, cancel);
        }

        var stories = await SearchAsync(archive.Store, command, cancel);
        return stories.Count switch
        {
            0 => new Reply { Text = $"No story in the archive is about “{asked}”.", Found = false },
            1 => await WholeAsync(archive, command, stories[0].Key, stories[0].First().Title, cancel),
            _ => new Reply { Text = $"Stories about “{asked}”:", Sections = [.. stories.Select(s => Section(s.First(), s.Take(LinesEach)))] },
        };
    }

    /// <summary>Who says what in one story, in the order of its text.</summary>
    public static async Task<Reply> WholeAsync(Archive archive, Command command, string storyId, string title, CancellationToken cancel)
    {
        var said = await archive.Store.StatementsOfAsync(command.Workspace, storyId, cancel);
        return said.Count == 0
            ? new Reply { Text = $"Nobody says anything in “{PlainText.Cut(title, 100)}”.", Found = false }
            : new Reply { Text = "Who says what in this story:", Sections = [Section(said[0], said)] };
    }

    private static async Task<IReadOnlyList<IGrouping<string, StoredStatement>>> SearchAsync(Store store, Command command, CancellationToken cancel)
    {
        IReadOnlyList<string> words = [.. TopicWords.Of(QuestionTokens.Read(command.Text)).Distinct(StringComparer.Ordinal)];
        StatementFilter filter = new() { Words = words, Limit = 200 };
        var found = await store.FindStatementsAsync(command.Workspace, filter, cancel);
        if (found.Count == 0)
        {
            found = await store.FindStatementsAsync(command.Workspace, filter with { AllWords = false }, cancel);
        }

        return [.. found.GroupBy(s => s.StoryId).Take(MostStories)];
    }

    private static ReplySection Section(StoredStatement story, IEnumerable<StoredStatement> statements) => new()
    {
        Heading = story.Title,
        Note = string.Join(", ", new[] { story.Outlet, story.Published?.UtcDateTime.ToString("d MMMM yyyy") }.OfType<string>()),
        Lines = [.. statements.Select(s => AnswerLines.Of(s))],
    };
}
