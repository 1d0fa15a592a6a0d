using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Answers;

/// <summary>The sample stories and the two about a bridge, ingested once, on 10 March 2026.</summary>
public sealed class AnsweredArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AnsweredArchive()
    {
        Clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        Store = new Store(_folder.File("digestbot.db"), Clock);
        Answerer = new Answerer(Store, Clock);
        string[] files = [.. StoryFiles.Find(Path.Combine(Repository.Root, "config", "stories")), .. StoryFiles.Find(Path.Combine(Repository.Root, "tests/DigestBot.Tests/Answers/Stories"))];
        foreach (var story in files.SelectMany(f => StoryFiles.Read(f).Stories))
        {
            Store.AddAsync(story, StatementExtractor.Default.Read(story.Text), Feed.Folder).GetAwaiter().GetResult();
        }
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    public Store Store { get; }

    public Answerer Answerer { get; }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }
}
