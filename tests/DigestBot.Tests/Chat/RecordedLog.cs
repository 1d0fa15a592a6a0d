using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Chat;

/// <summary>What was logged.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim written = new(0);

    public IReadOnlyList<string> Lines => [.. lines];

    public string All => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
        written.Release();
    }

    /// <summary>The first line with these words, waited for.</summary>
    public async Task<string> WaitForAsync(string words)
    {
        while (true)
        {
            if (lines.FirstOrDefault(l => l.Contains(words, StringComparison.Ordinal)) is { } line)
                return line;
            await written.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => written.Dispose();
}
