using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

/// <summary>Waits for what happens on other threads: bounded, and without a guess of how long it takes.</summary>
internal static class Turns
{
    /// <summary>Moves the clock on until the task has ended, well or badly; its timers may be set only after other work.</summary>
    public static async Task AdvanceUntilAsync(FakeTimeProvider clock, Task done)
    {
        for (var i = 0; i < 3000 && !done.IsCompleted; i++)
        {
            await Task.WhenAny(done, Task.Delay(5, TestContext.Current.CancellationToken));
            clock.Advance(TimeSpan.FromMilliseconds(500));
        }
        done.IsCompleted.Should().BeTrue("half an hour of the clock's time is enough");
    }

    /// <summary>Waits until so many have come.</summary>
    public static async Task ArrivalAsync<T>(this ConcurrentQueue<T> queue, int count)
    {
        for (var i = 0; i < 3000 && queue.Count < count; i++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        queue.Count.Should().BeGreaterThanOrEqualTo(count);
    }
}
