using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Storage;

/// <summary>Who is one person over several stories, each with its own spellings.</summary>
public sealed class SpeakerJoinerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;

    public SpeakerJoinerTests() => _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Sergei Lavrov", "Sergey Lavrov", "Lavrov")]
    [InlineData("Moaz al-Khatib", "Moaz Alkhatib", "Mr. Khatib")]
    [InlineData("Malala Yousafzai", "Malala", "Yousafzai")]
    [InlineData("Joseph S. Blatter", "Sepp Blatter", "Blatter")]
    [InlineData("Prince Ali bin al-Hussein of Jordan", "Prince Ali", "Ali bin al-Hussein")]
    public async Task Spellings_of_one_name_in_several_stories_are_one_speaker(params string[] spellings)
    {
        await IngestAsync(spellings);

        (await _store.SpeakersAsync("local", cancel: TestContext.Current.CancellationToken)).Where(s => s.Kind == SpeakerKind.Person).Should().ContainSingle();
    }

    [Theory]
    [InlineData("Hillary Clinton", "Bill Clinton")]
    [InlineData("Joseph S. Blatter", "Philippe Blatter")]
    public async Task Others_of_the_same_family_name_stay_apart(params string[] names)
    {
        await IngestAsync(names);

        (await _store.SpeakersAsync("local", cancel: TestContext.Current.CancellationToken)).Where(s => s.Kind == SpeakerKind.Person).Should().HaveCount(names.Length);
    }

    private async Task IngestAsync(string[] speakers)
    {
        foreach (var name in speakers)
        {
            var text = $"Talks go on\n\n{name} said on Monday that the talks would go on.";
            await _store.AddAsync(new Story { Id = name, Title = "Talks go on", Text = text }, StatementExtractor.Default.Read(text), Feed.Folder, TestContext.Current.CancellationToken);
        }
    }
}
