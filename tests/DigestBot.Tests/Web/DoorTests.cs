using System.Net;
using DigestBot.Storage;
using DigestBot.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Web;

public sealed class DoorTests
{
    [Theory]
    [InlineData("/health/live", true)]
    [InlineData("/health/ready", false)]
    [InlineData("/people", false)]
    [InlineData("/sign-in", false)]
    [InlineData("/site.css", false)]
    public async Task Shows_the_public_door_nothing_of_the_operators(string address, bool isAtPublic)
    {
        using TemporaryFolder folder = new();
        using Store store = new(folder.File("digestbot.db"), TimeProvider.System);
        Settings settings = new()
        {
            Data = folder.Path,
            Urls = "http://127.0.0.1:0",
            PublicUrls = "http://127.0.0.1:0",
            Slack = new SlackSettings { SigningSecret = "secret" },
        };
        await using var app = BotHost.Build(settings, store, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var client = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        List<bool> found = [];
        foreach (var door in app.Urls)
        {
            using var response = await client.GetAsync(new Uri(new Uri(door), address), TestContext.Current.CancellationToken);
            found.Add(response.StatusCode != HttpStatusCode.NotFound);
        }
        found.Should().Equal(true, isAtPublic);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/digest")]
    [InlineData("/health/live")]
    public async Task Answers_head_like_get_without_the_body(string address)
    {
        using TemporaryFolder folder = new();
        using Store store = new(folder.File("digestbot.db"), TimeProvider.System);
        await using var app = BotHost.Build(new Settings { Data = folder.Path, Urls = "http://127.0.0.1:0" }, store, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using HttpRequestMessage head = new(HttpMethod.Head, new Uri(new Uri(app.Urls.First()), address));
        using var response = await client.SendAsync(head, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task Shows_nothing_of_its_insides_when_something_fails()
    {
        using TemporaryFolder folder = new();
        using Store store = new(folder.File("digestbot.db"), TimeProvider.System);
        await using var app = BotHost.Build(new Settings { Data = folder.Path, Urls = "http://127.0.0.1:0" }, store, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        foreach (var file in Directory.EnumerateFiles(folder.Path, "digestbot.db*"))
        {
            await File.WriteAllTextAsync(file, new string('x', 100_000), TestContext.Current.CancellationToken);
        }

        await using var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var client = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var response = await client.GetAsync(new Uri(new Uri(app.Urls.First()), "/people"), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        response.Headers.Contains("Content-Security-Policy").Should().BeTrue();
        page.Should().Contain("The log of the host says what happened").And.NotContain("Exception").And.NotContain("Sqlite");
    }
}
