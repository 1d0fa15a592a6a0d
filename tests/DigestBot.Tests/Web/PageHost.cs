using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Stories;
using DigestBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Web;

/// <summary>The operator's door over an archive of one test's own, on a free port.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _clients = new ServiceCollection()
        .AddHttpClient("browser").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        .Services.BuildServiceProvider();

    private WebApplication _app = null!;

    private PageHost() => Client = _clients.GetRequiredService<IHttpClientFactory>().CreateClient("browser");

    /// <summary>Keeps cookies, follows no redirects.</summary>
    public HttpClient Client { get; }

    public Store Store { get; private set; } = null!;

    /// <summary>A request that carries this header counts as coming from there.</summary>
    public const string From = "Test-From";

    public static async Task<PageHost> StartAsync(Settings? settings = null, Func<Command, Answer>? answer = null)
    {
        PageHost host = new();
        settings = (settings ?? new Settings()) with { Data = host._folder.Path };
        host.Store = new Store(host._folder.File("digestbot.db"), TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(settings).AddSingleton(host.Store).AddSingleton(TimeProvider.System)
            .AddSingleton(new DigestClock(settings.Digest, TimeProvider.System));
        builder.Services.AddChat(_ => new Archive(
            host.Store,
            (command, _) => Task.FromResult(answer?.Invoke(command) ?? new Answer { Answered = false, Text = $"You asked: {command.Text}" }),
            (command, _) => Task.FromResult(new Digest { Day = new DateOnly(2026, 1, 31), StoriesRead = command.Options.Count, Stories = [] }))
        {
            Timeline = (command, _) => Task.FromResult(new Answer { Answered = false, Text = command.Text }),
            Compare = (_, _, _, _) => throw new InvalidOperationException("No test compares."),
        });
        builder.Services.AddProse(settings);
        OperatorDoor.AddServices(builder.Services, settings);
        host._app = builder.Build();
        host._app.Use((context, next) =>
        {
            if (context.Request.Headers.TryGetValue(From, out var address))
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
            }

            return next(context);
        });
        OperatorDoor.Guard(host._app);
        OperatorDoor.Map(host._app);
        await host._app.StartAsync(Cancel);
        host.Client.BaseAddress = new Uri(host._app.Urls.First());
        host.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        return host;
    }

    public async Task<IDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel));

    /// <summary>Stores a story in which, for each pair, the speaker says the content.</summary>
    public async Task AddAsync(Story story, params (string Speaker, TextSpan Content)[] said)
    {
        string[] names = [.. said.Select(s => s.Speaker).Distinct()];
        await Store.AddAsync(story, new Reading
        {
            Speakers = [.. names.Select((name, id) => new Speaker { Id = id, Name = name, Kind = SpeakerKind.Person, Mentions = [], Aliases = [name] })],
            Statements = [.. said.Select(s => new Statement
            {
                SpeakerId = Array.IndexOf(names, s.Speaker),
                SpeakerSpans = [],
                CueSpans = [],
                ContentSpans = [s.Content],
                Kind = QuoteKind.Indirect,
                Act = SpeechAct.Says,
            })],
        }, Feed.Terminal, Cancel);
    }

    public static Story Story(string text, string id = "s1", string title = "A title of its own") => new() { Id = id, Title = title, Text = text };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Store.Dispose();
        await _clients.DisposeAsync();
        _folder.Dispose();
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
