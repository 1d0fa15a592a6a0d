using System.Net;

namespace DigestBot.Tests.Web;

public sealed class DigestPageTests
{
    [Theory]
    [InlineData("/digest", "0 stories")]
    [InlineData("/digest/2026-01-31", "2 stories")]
    public async Task Shows_todays_digest_or_a_days_own(string address, string asked)
    {
        // The host's composer tells how many options it was given: none for today, both ends for a day.
        await using var host = await PageHost.StartAsync();
        using var page = await host.PageAsync(address);
        page.QuerySelector(".answer")!.TextContent.Should().Contain("31 January 2026").And.Contain(asked);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    public async Task Says_how_a_day_is_written(string day)
    {
        await using var host = await PageHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri($"/digest/{day}", UriKind.Relative), PageHost.Cancel);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(PageHost.Cancel)).Should().Contain("/digest/2026-01-31");
    }
}
