using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using DigestBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordDigestChannelTests : IAsyncLifetime
{
    private FakeDiscord _discord = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _services = new ServiceCollection().AddLogging().AddSingleton(_discord.Settings).AddSingleton(TimeProvider.System).AddDiscord().AddSingleton<DiscordDigestChannel>().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_digest_is_found_by_its_first_line_after_a_restart()
    {
        Stand("Tuesday, 24 November 2026: who said what in 7 stories.");
        (await FindAsync()).Should().Be("1001");
        Stand("Monday, 23 November 2026: who said what in 7 stories.");
        (await FindAsync()).Should().BeNull();
    }

    [Fact]
    public async Task A_channel_that_shows_nothing_or_refuses_tells_nothing()
    {
        _discord.Known["channels/5/messages"] = "[]";
        (await FluentActions.Awaiting(FindAsync).Should().ThrowAsync<PostException>()).WithMessage("*Read Message History*").Which.IsOutcomeKnown.Should().BeFalse();
        _discord.Answer(403, """{"message":"Missing Access","code":50001}""");
        (await FluentActions.Awaiting(FindAsync).Should().ThrowAsync<PostException>()).Which.IsOutcomeKnown.Should().BeFalse();
    }

    private void Stand(string content) => _discord.Known["channels/5/messages"] = new JsonArray(new JsonObject { ["id"] = "1001", ["content"] = content }).ToJsonString();

    private Task<string?> FindAsync()
    {
        var channel = _services.GetRequiredService<DiscordDigestChannel>();
        var message = channel.Compose(new Reply { Text = "Tuesday, 24 November 2026: who said what in 7 stories." });
        return channel.FindAsync(new Delivery(1, channel.Name!, "2026-11-24", DeliveryState.Posting, message, null), TestContext.Current.CancellationToken);
    }
}
