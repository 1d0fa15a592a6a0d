using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Answers;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Store store;
    private readonly Answerer answerer;

    public ComparisonTests()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        store = new Store(folder.File("digestbot.db"), clock);
        answerer = new Answerer(store, clock);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Shows_as_many_lines_of_the_one_as_of_the_other()
    {
        await store.SayAsync("Ana Ruiz", "demanded", "a bridge for lorries", SpeechAct.Demands);
        await store.SayAsync("Ana Ruiz", "said", "the old bridge is not safe");
        await store.SayAsync("Ana Ruiz", "said", "nobody waits for a bridge");
        await store.SayAsync("Joana Prado", "rejected", "the plan for a bridge", SpeechAct.Rejects);
        await store.SayAsync("Joana Prado", "said", "this bridge costs too much");
        Comparison compared = await CompareAsync("ruiz", "prado", "the bridge");
        compared.Text.Should().Be("Ana Ruiz and Joana Prado on “bridge”: three statements against two.");
        compared.Left.Answer.Lines.Should().HaveCount(2).And.OnlyContain(l => l.Speaker == "Ana Ruiz");
        compared.Right.Answer.Lines.Should().HaveCount(2).And.OnlyContain(l => l.Speaker == "Joana Prado");
        compared.Left.Answer.More.Should().ContainSingle();
    }

    [Fact]
    public async Task Says_which_of_them_has_nothing_on_it_and_shows_the_nearest()
    {
        await store.SayAsync("Ana Ruiz", "said", "the old bridge is not safe");
        await store.SayAsync("Joana Prado", "said", "schools need money");
        Comparison compared = await CompareAsync("Ruiz", "Prado", "bridge");
        compared.Text.Should().Be("Ana Ruiz and Joana Prado on “bridge”: nothing by Joana Prado.");
        compared.Left.Answer.Lines.Should().ContainSingle();
        compared.Right.Answer.Answered.Should().BeFalse();
        compared.Right.Answer.Nearest.Should().ContainSingle().Which.Content.Should().Be("schools need money");
    }

    [Fact]
    public async Task Names_one_whom_the_archive_does_not_know_as_asked()
    {
        await store.SayAsync("Ana Ruiz", "said", "the old bridge is not safe");
        Comparison compared = await CompareAsync("Ruiz", "Angela Merkel", "bridge");
        compared.Right.Name.Should().Be("Angela Merkel");
        compared.Right.Answer.Text.Should().StartWith("Nothing by “Angela Merkel” in the archive");
        (await CompareAsync("Tim Cook", "Angela Merkel", "bridge")).Text.Should().Be("Tim Cook and Angela Merkel on “bridge”: nothing by either.");
    }

    private Task<Comparison> CompareAsync(string left, string right, string about) =>
        answerer.CompareAsync("local", left, right, about, cancel: TestContext.Current.CancellationToken);
}
