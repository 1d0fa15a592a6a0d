using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Storage;

public sealed class ModelUseTests : IDisposable
{
    private static readonly ModelAllowance _allowance = new(1_000, TimeSpan.FromSeconds(60));

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 10, 23, 59, 0, TimeSpan.Zero));
    private readonly Store _store;

    public ModelUseTests() => _store = new Store(_folder.File("digestbot.db"), _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_held_counts_as_used_until_it_is_settled()
    {
        var held = (await _store.HoldModelUseAsync("slack:T1", 700, _allowance, Cancel))!;
        (await _store.HoldModelUseAsync("slack:T1", 400, _allowance, Cancel)).Should().BeNull();
        (await _store.HoldModelUseAsync("slack:T2", 400, _allowance, Cancel)).Should().NotBeNull();
        await _store.SettleModelUseAsync(held, 600, TimeSpan.FromSeconds(1), Cancel);
        (await _store.HoldModelUseAsync("slack:T1", 400, _allowance, Cancel)).Should().NotBeNull();
    }

    [Fact]
    public async Task Seconds_run_out_as_tokens_do()
    {
        var held = (await _store.HoldModelUseAsync("slack:T1", 1, _allowance, Cancel))!;
        await _store.SettleModelUseAsync(held, 1, TimeSpan.FromSeconds(59.5), Cancel);
        (await _store.HoldModelUseAsync("slack:T1", 1, _allowance, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task What_was_begun_yesterday_is_not_charged_to_today()
    {
        var held = (await _store.HoldModelUseAsync("slack:T1", 1_000, _allowance, Cancel))!;
        _clock.Advance(TimeSpan.FromMinutes(2));
        var today = await _store.HoldModelUseAsync("slack:T1", 1_000, _allowance, Cancel);
        today!.Day.Should().Be(new DateOnly(2026, 3, 11));
        await _store.SettleModelUseAsync(held, 0, TimeSpan.FromSeconds(60), Cancel);
        (await _store.HoldModelUseAsync("slack:T1", 1, _allowance, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Of_many_at_once_no_more_are_held_than_there_is_room_for()
    {
        var held = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _store.HoldModelUseAsync("slack:T1", 100, _allowance, Cancel)));
        held.Count(h => h is not null).Should().Be(10);
    }

    [Fact]
    public async Task A_workspace_that_is_forgotten_leaves_no_count()
    {
        await _store.HoldModelUseAsync("slack:T1", 1_000, _allowance, Cancel);
        await _store.ForgetWorkspaceAsync("slack:T1", Cancel);
        (await _store.HoldModelUseAsync("slack:T1", 1_000, _allowance, Cancel)).Should().NotBeNull();
    }
}
