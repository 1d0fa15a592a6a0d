using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Storage;

public sealed class StoreInboxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_has_arrived_is_known_again_for_a_day_also_after_a_restart()
    {
        (await NoteAsync("slack:Ev1")).Should().BeTrue();
        (await NoteAsync("slack:Ev1")).Should().BeFalse();
        (await NoteAsync("slack:Ev2")).Should().BeTrue();
        clock.Advance(TimeSpan.FromHours(25));
        (await NoteAsync("slack:Ev1")).Should().BeTrue("nothing is kept for ever");
    }

    private async Task<bool> NoteAsync(string id)
    {
        using Store store = new(folder.File("digestbot.db"), clock);
        return await store.NoteArrivalAsync(id, TestContext.Current.CancellationToken);
    }
}
