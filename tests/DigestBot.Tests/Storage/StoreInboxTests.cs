using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Storage;

public sealed class StoreInboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_has_arrived_is_known_again_for_a_day_also_after_a_restart()
    {
        (await NoteAsync("slack:Ev1")).Should().BeTrue();
        (await NoteAsync("slack:Ev1")).Should().BeFalse();
        (await NoteAsync("slack:Ev2")).Should().BeTrue();
        _clock.Advance(TimeSpan.FromHours(25));
        (await NoteAsync("slack:Ev1")).Should().BeTrue("nothing is kept for ever");
    }

    [Fact]
    public async Task What_is_to_be_dealt_with_is_kept_over_restarts_until_it_is()
    {
        (await WithStoreAsync(s => s.KeepArrivalAsync("slack:Ev1", [1, 2], Cancel))).Should().BeTrue();
        (await WithStoreAsync(s => s.KeepArrivalAsync("slack:Ev1", [3], Cancel))).Should().BeFalse();
        await NoteAsync("slack:Ev2");
        _clock.Advance(TimeSpan.FromHours(25));
        await NoteAsync("slack:Ev3");
        var unfinished = await WithStoreAsync(s => s.UnfinishedArrivalsAsync("slack:", Cancel));
        unfinished.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "slack:Ev1", Payload = new byte[] { 1, 2 }, Seen = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000) });
        (await WithStoreAsync(s => s.UnfinishedArrivalsAsync("other:", Cancel))).Should().BeEmpty();
        await WithStoreAsync(async s =>
        {
            await s.FinishArrivalAsync("slack:Ev1", Cancel);
            return true;
        });
        (await WithStoreAsync(s => s.UnfinishedArrivalsAsync("slack:", Cancel))).Should().BeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<bool> NoteAsync(string id) => WithStoreAsync(s => s.NoteArrivalAsync(id, Cancel));

    private async Task<T> WithStoreAsync<T>(Func<Store, Task<T>> use)
    {
        using Store store = new(_folder.File("digestbot.db"), _clock);
        return await use(store);
    }
}
