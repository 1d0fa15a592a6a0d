using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Chat;

/// <summary>What was logged.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    /// <summary>"Warning: …".</summary>
    public Arrivals<string> Lines { get; } = new();

    public string All => string.Join('\n', Lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{logLevel}: {formatter(state, exception)}");

    /// <summary>The first line with these words, waited for.</summary>
    public Task<string> WaitForAsync(string words) => Lines.ArrivalAsync(l => l.Contains(words, StringComparison.Ordinal));

    public void Dispose()
    {
        // There is nothing to let go of; the interface asks for it.
    }
}
