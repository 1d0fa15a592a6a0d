using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Answers;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly Answerer _answerer;

    public ComparisonTests()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        _store = new Store(_folder.File("digestbot.db"), clock);
        _answerer = new Answerer(_store, clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Shows_as_many_lines_of_the_one_as_of_the_other()
    {
        await _store.SayAsync("Ana Ruiz", "demanded", "a bridge for lorries", SpeechAct.Demands);
        await _store.SayAsync("Ana Ruiz", "said", "the old bridge is not safe");
        await _store.SayAsync("Ana Ruiz", "said", "nobody waits for a bridge");
        await _store.SayAsync("Joana Prado", "rejected", "the plan for a bridge", SpeechAct.Rejects);
        await _store.SayAsync("Joana Prado", "said", "this bridge costs too much");
        var compared = await CompareAsync("ruiz", "prado", "the bridge");
        compared.Text.Should().Be("Ana Ruiz and Joana Prado on “bridge”: three statements against two.");
        compared.Left.Answer.Lines.Should().HaveCount(2).And.OnlyContain(l => l.Speaker == "Ana Ruiz");
        compared.Right.Answer.Lines.Should().HaveCount(2).And.OnlyContain(l => l.Speaker == "Joana Prado");
        compared.Left.Answer.More.Should().ContainSingle();
    }

    [Fact]
    public async Task Says_which_of_them_has_nothing_on_it_and_shows_the_nearest()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the old bridge is not safe");
        await _store.SayAsync("Joana Prado", "said", "schools need money");
        var compared = await CompareAsync("Ruiz", "Prado", "bridge");
        compared.Text.Should().Be("Ana Ruiz and Joana Prado on “bridge”: nothing by Joana Prado.");
        compared.Left.Answer.Lines.Should().ContainSingle();
        compared.Right.Answer.Answered.Should().BeFalse();
        compared.Right.Answer.Nearest.Should().ContainSingle().Which.Content.Should().Be("schools need money");
    }

    [Fact]
    public async Task Names_one_whom_the_archive_does_not_know_as_asked()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the old bridge is not safe");
        var compared = await CompareAsync("Ruiz", "Angela Merkel", "bridge");
        compared.Right.Name.Should().Be("Angela Merkel");
        compared.Right.Answer.Text.Should().StartWith("Nothing by “Angela Merkel” in the archive");
        (await CompareAsync("Tim Cook", "Angela Merkel", "bridge")).Text.Should().Be("Tim Cook and Angela Merkel on “bridge”: nothing by either.");
    }

    private Task<Comparison> CompareAsync(string left, string right, string about) =>
        _answerer.CompareAsync("local", left, right, about, cancel: TestContext.Current.CancellationToken);
}
