using System.ComponentModel;
using DigestBot.Answers;
using DigestBot.Storage;

namespace DigestBot.LanguageModels.Tools;

/// <summary>The archive as other programs call it: what each tool is named is told by <see cref="ArchiveServer"/>. All read, none writes.</summary>
internal sealed class ArchiveTools(ArchiveSearch archive)
{
    private const int LongestText = 20_000;

    private const string Times = "7d, 24h, or a day such as 2012-12-29";

    [Description("Answers a question about who said what in the news, from stored stories alone. Every line of the answer cites its story and the place in it; contents are the story's own words. Where the archive has no answer, 'answered' is false and 'nearest' has what is nearest.")]
    public async Task<WrittenAnswer> AskAsync([Description("The question: what did Khatib demand?")] string question, CancellationToken cancel = default) =>
        AnswerJson.Of(await archive.Answerer.AnswerAsync(archive.Workspace, ArchiveSearch.Short(question), cancel: cancel));

    [Description("Finds statements by words, speaker, time and story. Each has its speaker, what is done by saying it, the content in the story's own words, and the citation.")]
    public async Task<WrittenStatements> FindStatementsAsync(
        [Description("Words of the content or the story")] string? words = null,
        [Description("A person or body, or a title: Lavrov, the foreign minister")] string? speaker = null,
        [Description($"Not before: {Times}")] string? since = null,
        [Description($"Before: {Times}")] string? until = null,
        [Description("At most so many, up to 25")] int limit = 10,
        CancellationToken cancel = default) =>
        new([.. (await archive.StatementsAsync(new StatementQuery(words, speaker, since, until, Story: null, limit), cancel)).Select(Line)]);

    [Description("What one speaker said over time, the oldest first; 'turn' marks where the position turned.")]
    public async Task<WrittenAnswer> TimelineAsync(
        [Description("A person or body, or a title")] string speaker,
        [Description("Only what was said about this")] string? about = null,
        [Description($"Not before: {Times}")] string? since = null,
        [Description($"Before: {Times}")] string? until = null,
        CancellationToken cancel = default)
    {
        AskOptions options = new() { Since = archive.Time(since), Until = archive.Time(until) };
        var answer = await archive.Answerer.TimelineAsync(archive.Workspace, ArchiveSearch.Short(speaker), about is null ? null : ArchiveSearch.Short(about), options, cancel);
        return AnswerJson.Of(answer with { Lines = [.. answer.Lines, .. answer.More] });
    }

    [Description("Who speaks in the news: names with other spellings, what they are, how often and since when they speak. Without a name those who say most.")]
    public async Task<WrittenPeople> PeopleAsync([Description("Only those of this name")] string? name = null, CancellationToken cancel = default) =>
        new([.. (await archive.PeopleAsync(name, cancel)).Select(Person)]);

    [Description("One story by the id that citations give: its text, and who says what in it.")]
    public async Task<WrittenStory> GetStoryAsync([Description("The story's id, as a citation's storyId")] string id, CancellationToken cancel = default)
    {
        if (await archive.StoryAsync(id, cancel) is not var (story, statements))
        {
            throw new ToolProblemException("There is no story with this id: take it from a citation's storyId.");
        }

        var isCut = story.Text.Length > LongestText;
        return new WrittenStory(story.Id, story.Title, story.Outlet, story.Published, story.Url, isCut ? story.Text[..LongestText] : story.Text, isCut, [.. statements.Select(Line)]);
    }

    private static WrittenLine Line(StoredStatement statement) => AnswerJson.Line(AnswerLines.Of(statement));

    private static WrittenPerson Person(StoredSpeaker speaker) => new(
        speaker.Name,
        speaker.Kind.ToString().ToLowerInvariant(),
        speaker.Description,
        [.. speaker.Aliases.Where(a => a != speaker.Name)],
        speaker.Statements,
        speaker.Stories,
        speaker.First,
        speaker.Last);
}
