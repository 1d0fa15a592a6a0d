using DigestBot.Attribution;
using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class SampleStoryTests
{
    public static TheoryData<string> Files() => [.. StoryFiles.Find(Path.Combine(Repository.Root, "config", "stories")).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Has_outlet_and_day_and_somebody_says_something(string file)
    {
        var story = StoryFiles.Read(Path.Combine(Repository.Root, file)).Stories.Single();
        story.Outlet.Should().NotBeNull();
        story.Published.Should().NotBeNull();
        StatementExtractor.Default.Read(story.Text).Statements.Count.Should().BeGreaterThan(4);
    }
}
