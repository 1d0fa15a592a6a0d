using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Storage;

public sealed class ModelUseTests : IDisposable
{
    private static readonly ModelAllowance Allowance = new(1_000, TimeSpan.FromSeconds(60));

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 23, 59, 0, TimeSpan.Zero));
    private readonly Store store;

    public ModelUseTests() => store = new Store(folder.File("digestbot.db"), clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_is_held_counts_as_used_until_it_is_settled()
    {
        HeldTokens held = (await store.HoldModelUseAsync("slack:T1", 700, Allowance, Cancel))!;
        (await store.HoldModelUseAsync("slack:T1", 400, Allowance, Cancel)).Should().BeNull();
        (await store.HoldModelUseAsync("slack:T2", 400, Allowance, Cancel)).Should().NotBeNull();
        await store.SettleModelUseAsync(held, 600, TimeSpan.FromSeconds(1), Cancel);
        (await store.HoldModelUseAsync("slack:T1", 400, Allowance, Cancel)).Should().NotBeNull();
    }

    [Fact]
    public async Task Seconds_run_out_as_tokens_do()
    {
        HeldTokens held = (await store.HoldModelUseAsync("slack:T1", 1, Allowance, Cancel))!;
        await store.SettleModelUseAsync(held, 1, TimeSpan.FromSeconds(59.5), Cancel);
        (await store.HoldModelUseAsync("slack:T1", 1, Allowance, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task What_was_begun_yesterday_is_not_charged_to_today()
    {
        HeldTokens held = (await store.HoldModelUseAsync("slack:T1", 1_000, Allowance, Cancel))!;
        clock.Advance(TimeSpan.FromMinutes(2));
        HeldTokens? today = await store.HoldModelUseAsync("slack:T1", 1_000, Allowance, Cancel);
        today!.Day.Should().Be(new DateOnly(2026, 3, 11));
        await store.SettleModelUseAsync(held, 0, TimeSpan.FromSeconds(60), Cancel);
        (await store.HoldModelUseAsync("slack:T1", 1, Allowance, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Of_many_at_once_no_more_are_held_than_there_is_room_for()
    {
        HeldTokens?[] held = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.HoldModelUseAsync("slack:T1", 100, Allowance, Cancel)));
        held.Count(h => h is not null).Should().Be(10);
    }

    [Fact]
    public async Task A_workspace_that_is_forgotten_leaves_no_count()
    {
        await store.HoldModelUseAsync("slack:T1", 1_000, Allowance, Cancel);
        await store.ForgetWorkspaceAsync("slack:T1", Cancel);
        (await store.HoldModelUseAsync("slack:T1", 1_000, Allowance, Cancel)).Should().NotBeNull();
    }
}
