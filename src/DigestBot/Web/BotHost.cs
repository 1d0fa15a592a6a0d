using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using DigestBot.Chat.Slack;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Web;

/// <summary>Builds the host: the rooms' services, and two doors that share nothing but them.</summary>
internal static class BotHost
{
    /// <summary>The host, not yet started.</summary>
    /// <exception cref="FormatException">An address or key among the settings is malformed; the message says which.</exception>
    public static WebApplication Build(Settings settings, Store store, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        Log(builder.Logging);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Doors.Listen(kestrel, settings.Urls, Door.Operator);
            if (HasPublicDoor(settings))
            {
                Doors.Listen(kestrel, settings.PublicUrls, Door.Public);
            }
        });
        builder.Services.AddSingleton(settings).AddSingleton(store).AddSingleton(clock);
        builder.Services.AddSingleton(StatementExtractor.Default).AddSingleton<Ingester>().AddSingleton<StoryFolder>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StoryFolder>());
        DigestClock time = new(settings.Digest, clock);
        builder.Services.AddChat(_ => Archive.Of(store, time, clock)).AddDailyDigest(time).AddDiscordGateway().AddSlackArrivals();
        builder.Services.AddProse(settings);
        OperatorDoor.AddServices(builder.Services, settings);
        ArchiveEndpoint.AddServices(builder.Services, store, clock);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));

        var app = builder.Build();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ErrorPages.ShowAsync,
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.Use(AnswerHeadAsync);
        app.UseRouting();
        app.Use(Doors.KeepApartAsync);
        app.UseWhen(context => Doors.DoorOf(context) == Door.Operator, OperatorDoor.Guard);
        OpenOperatorDoor(app);
        OpenPublicDoor(app.MapGroup("").WithMetadata(new OpensAt(Door.Public)));
        Health.MapLive(app).WithMetadata(new OpensAt(Door.Operator), new OpensAt(Door.Public));
        return app;
    }

    /// <summary>Whether any platform's key is set.</summary>
    public static bool HasPublicDoor(Settings settings) =>
        !string.IsNullOrEmpty(settings.Discord.PublicKey) || !string.IsNullOrEmpty(settings.Slack.SigningSecret) || SlackInstallation.IsSetUp(settings.Slack);

    /// <summary>HEAD is answered like GET (RFC 9110, 9.3.2); the server itself leaves the body out.</summary>
    private static Task AnswerHeadAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static void OpenOperatorDoor(IEndpointRouteBuilder door)
    {
        OperatorDoor.Map(door);
        PushEndpoints.Map(door);
        ArchiveEndpoint.Map(door);
        Health.MapReady(door);
    }

    private static void OpenPublicDoor(IEndpointRouteBuilder door)
    {
        DiscordEndpoints.Map(door);
        SlackEndpoints.Map(door);
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("DigestBot", LogLevel.Information);
        // The keys that seal cookies lie in a folder that only this user reads; there is no further key to lock them with.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // A failed start is told by the terminal in one line, not here with its stack.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
