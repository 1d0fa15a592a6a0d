using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

/// <summary>Waits for what happens on other threads: bounded by the test's own time, and without a guess of how long it takes.</summary>
internal static class Turns
{
    /// <summary>
    /// Moves the clock on until the task has ended, well or badly. In steps with a breath between: the timers that the task waits for may be set
    /// only after other work, and nothing tells of them.
    /// </summary>
    public static async Task AdvanceUntilAsync(FakeTimeProvider clock, Task done, TimeSpan? step = null)
    {
        while (!done.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.WhenAny(done, Task.Delay(5, TestContext.Current.CancellationToken));
            clock.Advance(step ?? TimeSpan.FromMilliseconds(500));
        }
    }
}
