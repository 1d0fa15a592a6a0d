using DigestBot.LanguageModels;
using DigestBot.Storage;
using DigestBot.Tests.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.LanguageModels;

/// <summary>The model's room as the host builds it, over a scripted provider.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _own;
    private readonly ServiceProvider _services;

    public ModelHost(ModelSettings model, Store? store = null, bool content = false)
    {
        _own = new Store(_folder.File("digestbot.db"), Clock);
        ServiceCollection collection = new();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(store ?? _own);
        collection.AddLanguageModel(new Settings { Model = model, Telemetry = new TelemetrySettings { Content = content } });
        _services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    public RecordedLog Log { get; } = new();

    public ProseWriter Writer => _services.GetRequiredService<ProseWriter>();

    public Researcher Researcher => _services.GetRequiredService<Researcher>();

    public Task<Prose?> WriteAsync(string question = "what do they say?", string workspace = "local") =>
        Writer.WriteAsync(workspace, question, CitedLines.All, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _own.Dispose();
        _folder.Dispose();
    }
}
