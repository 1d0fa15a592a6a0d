using System.Collections;

namespace DigestBot.Tests.Chat;

/// <summary>What has come in on other threads, in the order of arrival. Who waits for it is told when it comes, and asks nothing again and again.</summary>
internal sealed class Arrivals<T> : IReadOnlyCollection<T>
{
    private readonly Lock _changing = new();
    private readonly List<T> _all = [];
    private TaskCompletionSource _next = Waiter();

    public int Count => All.Length;

    private T[] All
    {
        get
        {
            lock (_changing)
            {
                return [.. _all];
            }
        }
    }

    public void Add(T arrived)
    {
        TaskCompletionSource waited;
        lock (_changing)
        {
            _all.Add(arrived);
            (waited, _next) = (_next, Waiter());
        }
        waited.SetResult();
    }

    /// <summary>Waits until so many have come, for as long as the test may last.</summary>
    public async Task ArrivalAsync(int count)
    {
        while (true)
        {
            Task next;
            lock (_changing)
            {
                if (_all.Count >= count)
                {
                    return;
                }

                next = _next.Task;
            }
            await next.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The first of this kind, waited for as long as the test may last.</summary>
    public async Task<T> ArrivalAsync(Predicate<T> isWanted)
    {
        for (var seen = 0; ; seen++)
        {
            await ArrivalAsync(seen + 1);
            if (All[seen] is var arrived && isWanted(arrived))
            {
                return arrived;
            }
        }
    }

    public IEnumerator<T> GetEnumerator() => All.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static TaskCompletionSource Waiter() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
