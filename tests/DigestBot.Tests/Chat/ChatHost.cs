using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using DigestBot.Chat.Slack;
using DigestBot.Digests;
using DigestBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

/// <summary>The platforms' endpoints on a real listener, with a clock that stands still and verbs that a test chooses.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly WebApplication _app;

    private ChatHost(Settings settings, IReadOnlyList<Verb> verbs, Action<IServiceCollection>? add)
    {
        _store = new Store(_folder.File("digestbot.db"), Clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(settings).AddSingleton(_store).AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddChat(_ => TestArchive.Of(_store));
        builder.Services.AddSingleton(new CommandHandler(TestArchive.Of(_store), verbs));
        add?.Invoke(builder.Services);
        _app = builder.Build();
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    public RecordedLog Log { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public Store Store => _store;

    public IServiceProvider Services => _app.Services;

    /// <summary>Neither follows nor remembers anything.</summary>
    public HttpMessageInvoker Plain { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public HttpClient Client { get; private set; } = null!;

    public static Task<ChatHost> StartAsync(Settings settings, params IReadOnlyList<Verb> verbs) => StartAsync(settings, verbs, null);

    public static async Task<ChatHost> StartAsync(Settings settings, IReadOnlyList<Verb> verbs, Action<IServiceCollection>? add)
    {
        ChatHost host = new(settings, verbs.Count == 0 ? [Echo] : verbs, add);
        try
        {
            DiscordEndpoints.Map(host._app);
            SlackEndpoints.Map(host._app);
            await host._app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
        host.Client = host._app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("test");
        host.Client.BaseAddress = host.Address;
        return host;
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>
    /// Moves the clock on until the task is done: the deadline's timer may be set only after the handler has begun. Soon slowly, and not for
    /// two minutes: on a busy machine what was due may not have run yet, and a later deadline must not come before it.
    /// </summary>
    public async Task AdvanceUntilAsync(Task done)
    {
        for (var i = 0; !done.IsCompleted; i++)
        {
            if (i < 25 || i % 150 == 0)
            {
                Clock.Advance(TimeSpan.FromSeconds(2));
            }

            await Task.WhenAny(done, Task.Delay(10, TestContext.Current.CancellationToken));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Answers with the question.</summary>
    public static Verb Echo { get; } = TestVerb("ask", (command, _) => Task.FromResult(new Reply { Text = $"You asked: {command.Text}" }));

    public static Verb TestVerb(string name, Func<Command, CancellationToken, Task<Reply>> run) => new()
    {
        Name = name,
        Description = "A verb of the test",
        Text = new VerbOption("question", "What is asked") { IsRequired = true },
        Options = [new VerbOption("private", "Only for the asker") { IsYesNo = true }],
        Run = (_, command, cancel) => run(command, cancel),
    };

    public async ValueTask DisposeAsync()
    {
        Plain.Dispose();
        await _app.DisposeAsync();
        _store.Dispose();
        _folder.Dispose();
    }
}

/// <summary>An archive whose answers a test gives.</summary>
internal static class TestArchive
{
    public static Archive Of(Store store) => new(store,
        (command, _) => Task.FromResult(new Answer { Answered = true, Text = $"Answered: {command.Text}" }),
        (_, _) => Task.FromResult(new Digest { Day = new DateOnly(2026, 11, 24), StoriesRead = 0, Stories = [] }))
    {
        Timeline = (command, _) => Task.FromResult(new Answer { Answered = false, Text = $"Timeline: {command.Text}" }),
        Compare = (_, left, right, _) => Task.FromResult(new Comparison { Text = $"Compared: {left} | {right}", Left = Side(left), Right = Side(right) }),
    };

    private static ComparedSide Side(string name) => new() { Name = name, Answer = new Answer { Answered = false, Text = $"{name} says nothing." } };
}
