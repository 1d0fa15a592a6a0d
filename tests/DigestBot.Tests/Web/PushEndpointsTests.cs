using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DigestBot.Tests.Terminal;

namespace DigestBot.Tests.Web;

public sealed class PushEndpointsTests : IDisposable
{
    private const string Key = "push-key";
    private readonly TemporaryFolder _folder = new();

    public PushEndpointsTests() => Directory.CreateDirectory(_folder.File("config/stories"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Takes_in_one_story_many_and_lines_and_says_what_it_refused()
    {
        using var bot = await BotProcess.ServeAsync(_folder.File("data"), _folder.File("config"), new Dictionary<string, string> { ["DIGESTBOT_STORIESKEY"] = Key });
        (await PushAsync(bot, """{"title":"Rain","text":"Rain\n\nAna Ruiz said it rained."}""")).Should().Be((HttpStatusCode.Created, """{"stored":1,"known":0,"updated":0,"refused":[]}"""));
        (await PushAsync(bot, """[{"text":"Rain\n\nAna Ruiz said it rained."},{"text":"Snow\n\nAna Ruiz said it snowed."}]""")).Body.Should().Contain("\"stored\":1,\"known\":1");
        (await PushAsync(bot, "{\"text\":\"Hail. Ana Ruiz said so.\"}\n{broken", "application/x-ndjson")).Body.Should().Contain("\"stored\":1").And.Contain("not JSON");
        (await PushAsync(bot, "{broken")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await PushAsync(bot, """{"text":"\ud800 said"}""")).Status.Should().Be(HttpStatusCode.BadRequest, "half a character is a refusal, not a failure");
        (await PushAsync(bot, """{"text":"Sun. Ana Ruiz said so."}""", key: "other")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await PushAsync(bot, """{"text":"Sun. Ana Ruiz said so."}""", key: null)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Is_closed_until_a_key_is_set()
    {
        using var bot = await BotProcess.ServeAsync(_folder.File("data"), _folder.File("config"));
        (var status, var body) = await PushAsync(bot, """{"text":"Rain. Ana Ruiz said so."}""");
        status.Should().Be(HttpStatusCode.Forbidden);
        body.Should().Contain("DIGESTBOT_STORIESKEY");
    }

    private static async Task<(HttpStatusCode Status, string Body)> PushAsync(BotProcess bot, string json, string type = "application/json", string? key = Key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/stories");
        request.Content = new StringContent(json, Encoding.UTF8, type);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim());
    }
}
