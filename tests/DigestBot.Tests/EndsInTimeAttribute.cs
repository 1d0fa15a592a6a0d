using System.Collections.Concurrent;
using System.Reflection;
using DigestBot.Tests;
using Xunit.v3;

[assembly: EndsInTime]

namespace DigestBot.Tests;

/// <summary>
/// Ends a test that waits for what never comes, so that it fails by its name and the run goes on. It does so by the test's cancellation token:
/// whoever waits in a test passes that on. A wait that does not heed it is reported by name too (longRunningTestSeconds in xunit.runner.json).
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EndsInTimeAttribute : BeforeAfterTestAttribute
{
    /// <summary>Several times what the longest takes on a busy machine with two cores.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<string, ITimer> _running = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        _running[test.UniqueID] = TimeProvider.System.CreateTimer(_ => context.CancelCurrentTest(), null, _longest, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_running.TryRemove(test.UniqueID, out var timer))
        {
            timer.Dispose();
        }
    }
}
